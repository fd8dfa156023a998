import { DateText } from "#/components/ui/date-text.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { termsHref } from "#/lib/terms/addresses.ts";
import { editionsOf, type Fact, SUBJECTS, type TermsDocument } from "#/lib/terms/documents.ts";
import { factWords } from "#/lib/terms/words.ts";
import { State } from "./_terms-table.tsx";

/** Somebody else's document as its facts: what it says about a portal, in our words, each with its clause and an address. */
export function FactsView({ locale, document, on }: { locale: Locale; document: TermsDocument; on: string }) {
  const t = translator(locale, "library");
  const p = translator(locale, "public");
  const facts = document.facts.toSorted((a, b) => SUBJECTS.indexOf(a.subject) - SUBJECTS.indexOf(b.subject));
  const others = editionsOf(document.slug).filter((one) => one !== document);
  const columns: Column<Fact>[] = [
    { key: "subject", head: t("facts.subject"), rowHead: true, cell: ({ subject }) => t(`subjects.${subject}`) },
    { key: "says", head: t("facts.says"), cell: (fact) => factWords(fact, locale) },
    {
      key: "clause",
      head: t("facts.clause"),
      cell: (fact) => (
        <Clauses fact={fact} anchors={anchorsOf(facts, fact)} label={(clause) => t("facts.link", { clause })} />
      ),
    },
  ];
  return (
    <article className="max-w-[60rem]">
      <PageHead
        above={
          <a className="link text-sm" href="/documents">
            {p("library.title")}
          </a>
        }
        title={<span lang={document.language}>{document.title}</span>}
        lead={<p className="max-w-measure">{t("facts.lead")}</p>}
      />
      <KeyValue
        pairs={[
          { key: p("library.kind"), value: t(`terms.kinds.${document.kind}`) },
          { key: p("library.language"), value: p(`library.languages.${document.language}`) },
          { key: t("terms.edition"), value: <DateText day={document.edition} /> },
          {
            key: p("library.inForce"),
            value: (
              <>
                <DateText day={document.inForceFrom} />
                <State {...{ locale, document, on }} />
              </>
            ),
          },
          document.entities.length > 0 && { key: t("facts.entities"), value: document.entities.join(", ") },
        ]}
      />
      <div className="mt-8 max-sm:[&_td]:flex-col! max-sm:[&_td]:text-start!">
        <Table
          caption={t("facts.caption")}
          columns={columns}
          rows={facts}
          rowKey={({ subject, says }) => `${subject} ${says}`}
        />
      </div>
      <div className="mt-8">
        <Notice title={t("facts.own")}>{t("facts.ownText")}</Notice>
      </div>
      {others.length > 0 && (
        <div className="mt-10">
          <Section title={p("edition.earlier")}>
            <ul className="grid gap-2">
              {others.map((one) => (
                <li key={one.edition}>
                  <a className="link" href={termsHref(one)}>
                    {t("facts.other")} <DateText day={one.edition} />
                  </a>
                </li>
              ))}
              <li>
                <a className="link" href="/documents/compare#changes">
                  {t("compare.changesLink")}
                </a>
              </li>
            </ul>
          </Section>
        </div>
      )}
    </article>
  );
}

/** Clauses of a fact that no fact above has named: an address stands on a page once. */
function anchorsOf(facts: readonly Fact[], fact: Fact): string[] {
  const above = new Set(facts.slice(0, facts.indexOf(fact)).flatMap(({ clauses }) => clauses));
  return fact.clauses.filter((clause) => !above.has(clause));
}

type ClausesProps = { fact: Fact; anchors: readonly string[]; label: (clause: string) => string };

function Clauses({ fact, anchors, label }: ClausesProps) {
  return (
    <span className="num flex flex-wrap gap-x-2">
      {fact.clauses.map((clause) => (
        <a
          key={clause}
          id={anchors.includes(clause) ? clause : undefined}
          className="link scroll-mt-24"
          href={`#${clause}`}
          aria-label={label(clause)}
        >
          {clause}
        </a>
      ))}
    </span>
  );
}
