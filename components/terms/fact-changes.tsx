import { Status } from "#/components/ui/status.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { compareTerms, type FactChange } from "#/lib/terms/compare.ts";
import type { TermsDocument } from "#/lib/terms/documents.ts";
import { editionName } from "#/lib/terms/words.ts";
import { FactLines } from "./fact-line.tsx";

type Props = { locale: Locale; before: TermsDocument; after: TermsDocument };

const TONE: Record<FactChange["change"], Tone> = {
  same: "neutral",
  changed: "needs",
  added: "running",
  gone: "neutral",
};

/** Two editions of one document, subject by subject, with a word for what became of each. */
export function FactChanges({ locale, before, after }: Props) {
  const t = translator(locale, "library");
  const columns: Column<FactChange>[] = [
    { key: "subject", head: t("facts.subject"), rowHead: true, cell: ({ subject }) => t(`subjects.${subject}`) },
    {
      key: "change",
      head: t("compare.change"),
      cell: ({ change }) => <Status tone={TONE[change]}>{t(`compare.${change}`)}</Status>,
    },
    {
      key: "before",
      head: editionName(before),
      cell: (row) => <FactLines locale={locale} document={before} facts={row.before} />,
    },
    {
      key: "after",
      head: editionName(after),
      cell: (row) => <FactLines locale={locale} document={after} facts={row.after} />,
    },
  ];
  return (
    <div className="max-sm:[&_td]:flex-col! max-sm:[&_td]:text-start!">
      <Table
        dense
        caption={t("compare.changes")}
        columns={columns}
        rows={compareTerms(before, after)}
        rowKey={({ subject }) => subject}
      />
    </div>
  );
}
