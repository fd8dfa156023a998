import { type Locale, translator } from "#/lib/messages/messages.ts";
import { factHref } from "#/lib/terms/addresses.ts";
import type { Fact, TermsDocument } from "#/lib/terms/documents.ts";
import { factWords } from "#/lib/terms/words.ts";

type Props = { locale: Locale; document: TermsDocument; fact: Fact };

/** What a document says, and the clause that says it. */
export function FactLine({ locale, document, fact }: Props) {
  return (
    <>
      {factWords(fact, locale)}{" "}
      <a className="link num whitespace-nowrap" href={factHref(document, fact)}>
        {translator(locale, "library")("clause", { clauses: fact.clauses.join(", ") })}
      </a>
    </>
  );
}

/** All that a document says of one thing; says so where we know of nothing. */
export function FactLines({ locale, document, facts }: Omit<Props, "fact"> & { facts: readonly Fact[] }) {
  if (facts.length === 0) return <span className="text-muted">{translator(locale, "library")("compare.silent")}</span>;
  return (
    <ul className="grid gap-2">
      {facts.map((fact) => (
        <li key={fact.says}>
          <FactLine {...{ locale, document, fact }} />
        </li>
      ))}
    </ul>
  );
}
