import type { ComponentProps } from "react";

import { ClauseView } from "#/components/document/clause-view.tsx";
import { EditionHead } from "#/components/document/edition-head.tsx";
import type { EditionView } from "#/components/document/edition-view.tsx";
import { PriceTable } from "#/components/document/price-table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import type { PriceRow } from "#/lib/editions/edition.ts";
import { env } from "#/lib/env.ts";
import { translator } from "#/lib/messages/messages.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import { certificate } from "../_data/facts.ts";
import { JsonLd } from "../_data/json-ld.tsx";
import { settings } from "../_data/library.ts";
import { ORDER, withOrder } from "../_data/order-query.ts";

type Props = ComponentProps<typeof EditionView> & { prices: readonly PriceRow[]; on: Day; inForce: boolean };

/** A price list in force can be ordered from; an earlier or a coming one is only read. */
export async function PriceListView({ locale, language, edition, text, prices, on, inForce, ...links }: Props) {
  const { vat } = await settings(on);
  const orderHref = ({ months }: PriceRow) => withOrder(ORDER, { portal: "", months: String(months) });
  const t = translator(locale, "public");
  const certificateWords = { name: translator(locale, "contract")("certificate"), description: t("home.title") };
  return (
    <article>
      {inForce && <JsonLd data={certificate(prices, certificateWords, env().PUBLIC_ORIGIN)} />}
      <EditionHead {...{ locale, language, edition }} {...links} />
      <div className="mt-8">
        <PriceTable
          locale={locale}
          prices={prices}
          vatNote={vatNote(vat, t)}
          orderHref={inForce ? orderHref : undefined}
        />
      </div>
      <div className="clauses mt-10" lang={language}>
        {text.clauses.map((clause) => (
          <ClauseView key={clause.id} clause={clause} locale={locale} />
        ))}
      </div>
    </article>
  );
}

const vatNote = (vat: VatMode, t: ReturnType<typeof translator<"public">>): string =>
  vat.kind === "none" ? t("document.vatNone", { basis: vat.basis }) : t("document.vatIncluded", { rate: vat.rate });
