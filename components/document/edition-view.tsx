import { contents, type EditionText } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ClauseView } from "./clause-view.tsx";
import { type EditionFacts, EditionHead } from "./edition-head.tsx";

type Props = {
  locale: Locale;
  /** The language of the text, which may differ from the page's. */
  language: string;
  edition: EditionFacts;
  text: EditionText;
  pdfHref?: string;
  earlierHref?: string;
};

/** A published document, set like one: readable, linkable by clause and printable without JavaScript. */
export function EditionView({ locale, language, edition, text, pdfHref, earlierHref }: Props) {
  const t = translator(locale, "public");
  const list = contents(text).filter(({ depth }) => depth === 0);
  return (
    <article className="edition">
      <div className="head">
        <EditionHead locale={locale} edition={edition} pdfHref={pdfHref} earlierHref={earlierHref} />
      </div>
      <nav className="contents" aria-label={t("edition.contents")}>
        <h2>{t("edition.contents")}</h2>
        <ol lang={language}>
          {list.map(({ id, number, heading }) => (
            <li key={id}>
              <a href={`#${id}`}>{number ? `${number}. ${heading}` : heading}</a>
            </li>
          ))}
        </ol>
      </nav>
      <div className="clauses" lang={language}>
        {text.clauses.map((clause) => (
          <ClauseView key={clause.id} clause={clause} locale={locale} />
        ))}
      </div>
    </article>
  );
}
