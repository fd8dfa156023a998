import { MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type Fate, MailFate } from "./mail-fate.tsx";

export type Letter = Fate & { id: string; subject: string; toAddress: string; createdAt: Date };

/** What was written about one contract, and what the mail server said to each letter (6.7). */
export function LetterList({ locale, letters, now }: { locale: Locale; letters: readonly Letter[]; now: Date }) {
  const t = translator(locale, "notices");
  return (
    <Section title={t("mail.title")}>
      <p className="mb-3 text-muted text-sm">{t("mail.lead")}</p>
      <Table
        dense
        caption={t("mail.title")}
        rows={letters}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("mail.empty")} />}
        columns={[
          { key: "subject", head: t("mail.subject"), rowHead: true, cell: ({ subject }) => subject },
          {
            key: "to",
            head: t("mail.to"),
            cell: ({ toAddress }) => <span className="[overflow-wrap:anywhere]">{toAddress}</span>,
          },
          { key: "at", head: t("mail.written"), cell: ({ createdAt }) => <MomentText at={createdAt} /> },
          { key: "fate", head: t("mail.fate"), cell: (mail) => <MailFate locale={locale} mail={mail} now={now} /> },
        ]}
      />
    </Section>
  );
}
