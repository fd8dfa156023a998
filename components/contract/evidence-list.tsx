import { MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { ContractEvent } from "#/lib/contract/contract.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { clauseRef, OFFER_HREF } from "./words.ts";

export type EvidenceRow = {
  seq: number;
  at: Date;
  actorKind: string;
  actorName: string;
  step: string;
  clause: string | null;
  reason: string | null;
  hash: string;
  data?: Record<string, unknown>;
};

/** «Кто что делал»: the append-only record (6.7), each entry with the beginning of its hash. */
export function EvidenceList({
  locale,
  entries,
  offerHref = OFFER_HREF,
}: {
  locale: Locale;
  entries: readonly EvidenceRow[];
  offerHref?: string;
}) {
  const t = translator(locale, "contract");
  const common = translator(locale, "common");
  return (
    <>
      <p className="mb-3 text-muted text-sm">{t("evidence.lead")}</p>
      <Table
        dense
        caption={t("evidence.title")}
        rows={entries}
        rowKey={({ seq }) => String(seq)}
        empty={<EmptyState title={t("evidence.empty")} />}
        columns={[
          {
            key: "what",
            head: t("evidence.what"),
            rowHead: true,
            cell: ({ step, reason }) => (
              <>
                {t(`step.${step as ContractEvent["step"]}`)}
                {reason && <span className="block font-normal text-muted">{t("evidence.reason", { reason })}</span>}
              </>
            ),
          },
          { key: "when", head: t("evidence.when"), cell: ({ at }) => <MomentText at={at} /> },
          { key: "who", head: t("evidence.who"), cell: (row) => whoOf(row, locale) + wordOf(row, locale) },
          {
            key: "clause",
            head: t("evidence.clause"),
            cell: ({ clause }) =>
              clause && (
                <a className="link whitespace-nowrap" href={clauseRef(clause, offerHref).href}>
                  {common("clause", { clause })}
                </a>
              ),
          },
          {
            key: "hash",
            head: t("evidence.hash"),
            cell: ({ seq, hash }) => (
              <span id={entryId(seq)} className="whitespace-nowrap">
                {translator(locale, "living")("number", { number: String(seq) })}{" "}
                <code title={hash}>{hash.slice(0, 12)}</code>
              </span>
            ),
          },
        ]}
      />
    </>
  );
}

/** Where an entry is linked to; its number counts from the first one of the contract. */
export const entryId = (seq: number) => `entry-${seq}`;

export function whoOf({ actorKind, actorName }: Pick<EvidenceRow, "actorKind" | "actorName">, locale: Locale): string {
  const t = translator(locale, "contract");
  if (actorKind === "system") return t("evidence.system");
  return actorKind === "staff" ? t("evidence.staff", { name: actorName }) : actorName;
}

/** On whose word, where staff did what is the customer's to do. */
function wordOf({ data }: EvidenceRow, locale: Locale): string {
  const word = data?.onBehalf as Pick<OnBehalf, "how"> | undefined;
  const t = translator(locale, "contract");
  return word ? `, ${t("evidence.onBehalf", { how: t(`behalf.${word.how}`) })}` : "";
}
