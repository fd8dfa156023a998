import { momentText } from "#/components/ui/date-text.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Finding } from "#/lib/ledger/proof.ts";
import { mailWords } from "#/lib/mail/body.ts";
import { findingText } from "#/lib/mail/templates/books.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; proof: { provenAt: Date; findings: Finding[] } | null };

/** The last word of the proof, in the same sentences as its letter. */
export function ProofState({ locale, proof }: Props) {
  const t = translator(locale, "books");
  if (!proof) return <Notice title={t("close.proofNone")} />;
  const at = momentText(proof.provenAt);
  if (proof.findings.length === 0) return <Notice tone="done" title={t("close.proofOk", { at })} />;
  const words = mailWords(locale);
  return (
    <>
      <Notice tone="late" title={t("close.proofBad", { at })} />
      <Table
        caption={t("close.proof")}
        rows={proof.findings}
        rowKey={({ law, example }) => `${law} ${example}`}
        columns={[
          { key: "law", head: t("close.law"), rowHead: true, cell: ({ law }) => words(`booksAlarm.law.${law}`) },
          {
            key: "what",
            head: t("close.what"),
            cell: (one) => <span className="break-words">{findingText(words, one)}</span>,
          },
        ]}
      />
    </>
  );
}
