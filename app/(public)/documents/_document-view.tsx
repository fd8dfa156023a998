import clsx from "clsx";

import { EditionView } from "#/components/document/edition-view.tsx";
import { PrintButton } from "#/components/document/print-button.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { pdfHref } from "../_data/addresses.ts";
import { editionsOf, inForce, type Published } from "../_data/library.ts";
import { EditionNotices } from "./_edition-notices.tsx";
import { Editions } from "./_editions.tsx";
import { PriceListView } from "./_price-list-view.tsx";

type Props = { locale: Locale; published: Published; on: Day };

/** An edition as a page: what one must know before reading it, the text, and the document's other editions. */
export async function DocumentView({ locale, published, on }: Props) {
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
      <EditionNotices locale={locale} edition={edition} current={current?.edition.number ?? null} on={on} />
      {prices ? (
        <PriceListView
          {...shown}
          prices={edition.prices}
          on={on}
          inForce={current?.edition.number === edition.number}
        />
      ) : (
        <EditionView {...shown} />
      )}
      <Editions locale={locale} editions={editions} inForce={current?.edition.number ?? null} />
    </>
  );
}
