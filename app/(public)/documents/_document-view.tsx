import clsx from "clsx";

import { AsOfForm } from "#/components/document/as-of-form.tsx";
import { EditionView } from "#/components/document/edition-view.tsx";
import { PrintButton } from "#/components/document/print-button.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { pdfHref } from "../_data/addresses.ts";
import type { AsOf } from "../_data/as-of.ts";
import { editionsOf, inForce, type Published } from "../_data/library.ts";
import { AsOfNotice } from "./_as-of-notice.tsx";
import { EditionNotices } from "./_edition-notices.tsx";
import { Editions } from "./_editions.tsx";
import { PriceListView } from "./_price-list-view.tsx";

type Props = {
  locale: Locale;
  published: Published;
  on: Day;
  /** At the document's own address: the day of which it was asked. An edition's address has its own day. */
  asOf?: AsOf;
};

/** An edition as a page: what one must know before reading it, the text, and the document's other editions. */
export async function DocumentView({ locale, published, on, asOf }: Props) {
  const { edition, title } = published;
  const { slug, language, text } = edition;
  const [editions, current] = await Promise.all([editionsOf(slug), inForce(slug, on)]);
  const t = translator(locale, "public");
  const prices = edition.kind === "price-list";
  const shown = {
    locale,
    language,
    edition: { ...edition, title },
    text,
    pdfHref: pdfHref(edition),
    earlierHref: editions.length > 1 ? "#editions" : undefined,
  };
  return (
    <>
      <div className={clsx("no-print mb-4 flex items-baseline justify-between gap-4", prices && "max-w-[52rem]")}>
        <a className="link text-sm" href="/documents">
          {t("library.title")}
        </a>
        <PrintButton>{t("edition.print")}</PrintButton>
      </div>
      {asOf && (asOf.asked || asOf.wrong !== null) && (
        <div className="mb-6 max-w-[52rem]">
          <AsOfNotice {...{ locale, asOf, today: on }} path={`/documents/${slug}`} />
        </div>
      )}
      <EditionNotices locale={locale} edition={edition} current={current?.edition.number ?? null} on={on} />
      {prices ? (
        <PriceListView
          {...shown}
          prices={edition.prices}
          on={asOf?.day ?? on}
          inForce={!asOf?.asked && current?.edition.number === edition.number}
        />
      ) : (
        <EditionView {...shown} />
      )}
      <Editions locale={locale} editions={editions} inForce={current?.edition.number ?? null}>
        <AsOfForm locale={locale} action={`/documents/${slug}`} day={asOf?.day ?? on} />
      </Editions>
    </>
  );
}
