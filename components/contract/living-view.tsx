import { ClauseView } from "#/components/document/clause-view.tsx";
import { PrintButton } from "#/components/document/print-button.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { momentText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { livingNotes } from "#/lib/contract/living.ts";
import { marginOf, onlyNoted } from "#/lib/contract/living-margin.ts";
import type { Clause } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type Answer, LivingEdition } from "./living-edition.tsx";
import { type LivingEditionFacts, LivingFacts } from "./living-facts.tsx";
import { LivingNoteView, type LivingRow, type Note } from "./living-note.tsx";
import { titleOf } from "./words.ts";

type Props = {
  locale: Locale;
  contract: Contract;
  given: Given;
  edition: LivingEditionFacts & { clauses: Clause[]; language: string };
  answer: Answer | null;
  evidence: readonly LivingRow[];
  /** The list that the contract stands in, and its own page. */
  list: { href: string; title: string };
  contractHref: string;
  /** Only the clauses that something stands beside. */
  noted: boolean;
};

/** The text of the contract as it lives: beside each clause what was done, runs or will come under it. */
export function LivingView(props: Props) {
  const { locale, contract, given, edition, answer, evidence, list, contractHref, noted } = props;
  const t = translator(locale, "living");
  const { byClause, rest } = marginOf(edition.clauses, livingNotes(contract, given, evidence));
  const at = { locale, contractHref, offerHref: `/documents/${edition.slug}/${edition.number}` };
  const beside = ({ id, number }: Clause) => {
    const notes = byClause.get(id);
    return notes && <Margin {...at} notes={notes} label={t("margin", { clause: number ?? id })} />;
  };
  const title = titleOf(contract, locale);
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[list, { href: contractHref, title }]}
          />
        }
        title={title}
        actions={<PrintButton>{translator(locale, "public")("edition.print")}</PrintButton>}
      />
      {answer && <LivingEdition {...{ locale, contract, answer }} />}
      <LivingFacts {...{ locale, edition }} accepted={contract.acceptedOfferId !== null}>
        {t("asOf", { moment: momentText(given.now) })}
      </LivingFacts>
      <Choice {...{ locale, noted }} href={`${contractHref}/text`} />
      <nav className="no-print my-6 flex flex-wrap gap-x-3 gap-y-1 text-sm" aria-label={t("jump")}>
        <span className="text-muted">{t("jump")}:</span>
        {[...byClause.keys()].map((id) => (
          <a key={id} className="link num" href={`#${id}`}>
            {translator(locale, "common")("clause", { clause: id })}
          </a>
        ))}
      </nav>
      <div className="living">
        <div className="clauses" lang={edition.language}>
          {(noted ? onlyNoted(edition.clauses, byClause) : edition.clauses).map((clause) => (
            <ClauseView key={clause.id} clause={clause} locale={locale} beside={beside} />
          ))}
        </div>
      </div>
      {rest.length > 0 && (
        <Section title={t("rest")}>
          <Margin {...at} notes={rest} label={t("rest")} />
        </Section>
      )}
    </>
  );
}

type MarginProps = { locale: Locale; notes: readonly Note[]; label: string; contractHref: string; offerHref: string };

const Margin = ({ notes, label, ...at }: MarginProps) => (
  <ul className="beside" aria-label={label} lang={at.locale}>
    {notes.map((note) => (
      <LivingNoteView key={note.key} note={note} {...at} />
    ))}
  </ul>
);

/** Two addresses of one page: the whole text, or what works for this contract. */
function Choice({ locale, noted, href }: { locale: Locale; noted: boolean; href: string }) {
  const t = translator(locale, "living");
  const options = [
    { href, title: t("show.all"), current: !noted },
    { href: `${href}?show=noted`, title: t("show.noted"), current: noted },
  ];
  return (
    <nav className="tabs no-print mt-6" aria-label={t("show.label")}>
      {options.map(({ href: to, title, current }) => (
        <Link key={to} href={to} aria-current={current ? "page" : undefined}>
          {title}
        </Link>
      ))}
    </nav>
  );
}
