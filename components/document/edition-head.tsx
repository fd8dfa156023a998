import { Icon } from "#/components/ui/icon.tsx";
import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type EditionFacts = Pick<
  Edition,
  "subtitle" | "number" | "orderNumber" | "orderDate" | "publishedOn" | "inForceFrom"
> & { title: string };

type Props = {
  locale: Locale;
  /** The language of the document, which may differ from the page's. */
  language: string;
  edition: EditionFacts;
  pdfHref?: string;
  earlierHref?: string;
  /** Where the page has a heading of its own above it. */
  heading?: "h1" | "h2";
};

const day = (text: string) => formatDay(asDay(text));

/** Title, edition, order, publication, effect: what makes a text a document. */
export function EditionHead({ locale, language, edition, pdfHref, earlierHref, heading: Heading = "h1" }: Props) {
  const t = translator(locale, "public");
  const { title, subtitle, number, orderNumber, orderDate, publishedOn, inForceFrom } = edition;
  return (
    <header className="edition-head">
      <Heading lang={language}>{title}</Heading>
      {subtitle && (
        <p className="text-muted" lang={language}>
          {subtitle}
        </p>
      )}
      <ul className="facts num whitespace-normal!">
        <li>{t("edition.edition", { number })}</li>
        {orderNumber && orderDate && <li>{t("edition.order", { number: orderNumber, date: day(orderDate) })}</li>}
        <li>{t("edition.published", { date: day(publishedOn) })}</li>
        <li>{t("edition.inForce", { date: day(inForceFrom) })}</li>
      </ul>
      {(pdfHref || earlierHref) && (
        <div className="tools no-print">
          {pdfHref && (
            <a className="link inline-flex items-center gap-1.5" href={pdfHref} download>
              <Icon name="download" /> {t("edition.pdf")}
            </a>
          )}
          {earlierHref && (
            <a className="link" href={earlierHref}>
              {t("edition.earlier")}
            </a>
          )}
        </div>
      )}
    </header>
  );
}
