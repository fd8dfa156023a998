import type { ComponentProps } from "react";
import { ClauseView } from "#/components/document/clause-view.tsx";
import { EditionHead } from "#/components/document/edition-head.tsx";
import type { EditionView } from "#/components/document/edition-view.tsx";
import { PriceTable } from "#/components/document/price-table.tsx";
import { DiscountList } from "#/components/price/discount-list.tsx";
import { PriceHistory } from "#/components/price/price-history.tsx";
import { ScheduledPrices } from "#/components/price/scheduled-prices.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { PriceRow } from "#/lib/editions/edition.ts";
import { env } from "#/lib/env.ts";
import { translator } from "#/lib/messages/messages.ts";
import type { VatMode } from "#/lib/money/vat.ts";
import { scheduledPrices } from "#/lib/price-list/history.ts";
import { editionHref } from "../_data/addresses.ts";
import { certificate } from "../_data/facts.ts";
import { JsonLd } from "../_data/json-ld.tsx";
import { comingVat, discounts, pricesOfAll, settings } from "../_data/library.ts";
import { ORDER, withOrder } from "../_data/order-query.ts";
import { Files } from "./_files.tsx";

type Props = Omit<ComponentProps<typeof EditionView>, "edition"> & {
  edition: ComponentProps<typeof EditionView>["edition"] & { slug: string };
  prices: readonly PriceRow[];
  /** The day whose settings and rules are shown. */
  on: Day;
  inForce: boolean;
};

/** A price list in force can be ordered from; an earlier or a coming one is only read. */
export async function PriceListView({ locale, language, edition, text, prices, on, inForce, ...links }: Props) {
  const { slug, number } = edition;
  const [{ vat }, changes, rules, history] = await Promise.all([
    settings(on),
    comingVat(on),
    discounts(on),
    pricesOfAll(slug),
  ]);
  const orderHref = ({ months }: PriceRow) => withOrder(ORDER, { portal: "", months: String(months) });
  const t = translator(locale, "public");
  const words = translator(locale, "prices");
  const certificateWords = { name: translator(locale, "contract")("certificate"), description: t("home.title") };
  return (
    <article>
      {inForce && <JsonLd data={certificate(prices, certificateWords, env().PUBLIC_ORIGIN)} />}
      <EditionHead {...{ locale, language, edition }} {...links} />
      {inForce && <ScheduledPrices locale={locale} slug={slug} next={scheduledPrices(prices, history, on)} />}
      <div className="mt-8">
        <PriceTable
          locale={locale}
          prices={prices}
          vatNote={`${words("public.vat")}: ${vatNote(vat, t)}`}
          orderHref={inForce ? orderHref : undefined}
        />
        {changes.map(({ from, vat: mode }) => (
          <p key={from} className="mt-1 text-muted text-sm">
            {words("public.vatSince", { date: formatDay(from) })}: {vatNote(mode, t)}
          </p>
        ))}
        <p className="no-print mt-4 flex flex-wrap gap-x-3 text-sm">
          {words("public.download")}{" "}
          <Files locale={locale} edition={{ ...edition, slug, number, kind: "price-list" }} />
        </p>
      </div>
      {inForce && (
        <div className="mt-10 max-w-[52rem]">
          <DiscountList locale={locale} rules={rules} />
        </div>
      )}
      <div className="clauses mt-10" lang={language}>
        {text.clauses.map((clause) => (
          <ClauseView key={clause.id} clause={clause} locale={locale} />
        ))}
      </div>
      <div className="no-print mt-14 max-w-[52rem]">
        <PriceHistory
          locale={locale}
          editions={history}
          today={on}
          hrefOf={(one) => editionHref({ slug, number: one.number })}
        />
      </div>
    </article>
  );
}

const vatNote = (vat: VatMode, t: ReturnType<typeof translator<"public">>): string =>
  vat.kind === "none" ? t("document.vatNone", { basis: vat.basis }) : t("document.vatIncluded", { rate: vat.rate });
