import type { ReactNode } from "react";

import type { Clause } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const ADDRESS = /(https?:\/\/[^\s<>«»]+[^\s<>«».,;:)])/;

/** Addresses in a text become links; nothing else of it is touched. */
const linked = (text: string): ReactNode =>
  text.split(ADDRESS).map((part, index) =>
    index % 2 === 1 ? (
      <a key={part} className="link wrap-anywhere" href={part} rel="noopener">
        {part}
      </a>
    ) : (
      part
    ),
  );

const paragraphs = (clause: Clause) =>
  // A document has no two paragraphs that change places: the text itself is a good enough key.
  clause.paragraphs.map((text) => <p key={text}>{linked(text)}</p>);

type Props = {
  clause: Clause;
  locale: Locale;
  /** What stands beside a clause and is not of its text. */
  beside?: (clause: Clause) => ReactNode;
};

/** One clause with its number in the margin; the number is the link to it. A headed clause is a section of its own. */
export function ClauseView({ clause, locale, beside }: Props) {
  const children = clause.children.map((child) => (
    <ClauseView key={child.id} clause={child} locale={locale} beside={beside} />
  ));
  if (clause.heading)
    return (
      <section aria-labelledby={clause.id}>
        <h2 id={clause.id}>
          <span className="number">{clause.number}</span> <span>{clause.heading}</span>
        </h2>
        {clause.paragraphs.length > 0 && (
          <div className="article">
            <span />
            <div className="body">{paragraphs(clause)}</div>
          </div>
        )}
        {beside?.(clause)}
        {children}
      </section>
    );
  return (
    <div className="article" id={clause.id}>
      {clause.number ? (
        <a
          className="number"
          href={`#${clause.id}`}
          aria-label={translator(locale, "public")("edition.anchor", { number: clause.number })}
        >
          {clause.number}
        </a>
      ) : (
        <span />
      )}
      <div className="body">
        {paragraphs(clause)}
        {children}
      </div>
      {beside?.(clause)}
    </div>
  );
}
