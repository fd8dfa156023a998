import { contents, type EditionText } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ClauseView } from "./clause-view.tsx";
import { Contents } from "./contents.tsx";
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
  const links = contents(text)
    .filter(({ depth }) => depth === 0)
    .map(({ id, number, heading }) => ({ id, title: number ? `${number}. ${heading}` : heading }));
  return (
    <article className="edition">
      <div className="head">
        <EditionHead {...{ locale, language, edition, pdfHref, earlierHref }} />
      </div>
      <nav className="toc" aria-label={t("edition.contents")}>
        <h2>{t("edition.contents")}</h2>
        <Contents links={links} language={language} />
      </nav>
      <div className="clauses" lang={language}>
        {text.clauses.map((clause) => (
          <ClauseView key={clause.id} clause={clause} locale={locale} />
        ))}
      </div>
    </article>
  );
}
