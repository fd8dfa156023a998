import { type Column, Table } from "#/components/ui/table.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { termsHref } from "#/lib/terms/addresses.ts";
import { factsOf, SUBJECTS, type Subject, type TermsDocument } from "#/lib/terms/documents.ts";
import { editionName } from "#/lib/terms/words.ts";
import { FactLines } from "./fact-line.tsx";

/** Subjects down, documents across; on a phone every subject is a card that names the document of each line. */
export function FactsTable({ locale, documents }: { locale: Locale; documents: readonly TermsDocument[] }) {
  const t = translator(locale, "library");
  const columns: Column<Subject>[] = [
    { key: "subject", head: t("facts.subject"), rowHead: true, cell: (subject) => t(`subjects.${subject}`) },
    ...documents.map(
      (document): Column<Subject> => ({
        key: `${document.slug} ${document.edition}`,
        label: editionName(document),
        head: (
          <a className="link" href={termsHref(document)}>
            {document.title}
            <span className="num block font-normal text-muted text-sm">{formatDay(document.edition)}</span>
          </a>
        ),
        cell: (subject) => <FactLines {...{ locale, document }} facts={factsOf(document, subject)} />,
      }),
    ),
  ];
  return (
    <div className="overflow-x-auto [&_thead_th]:static">
      <div className="max-sm:[&_td]:flex-col! max-sm:[&_td]:text-start! sm:min-w-[60rem]">
        <Table dense caption={t("compare.caption")} columns={columns} rows={SUBJECTS} rowKey={(subject) => subject} />
      </div>
    </div>
  );
}
