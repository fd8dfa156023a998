import { Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Plan } from "#/lib/privacy/plan.ts";

const KINDS = ["account", "sessions", "log", "mails", "notices", "feeds", "card", "contracts", "papers"] as const;

/** What is held of a person, by kind: how much, why and on which ground, for how long (99-З, art. 11). */
export function HeldTable({ locale, plan }: { locale: Locale; plan: Plan }) {
  const t = translator(locale, "privacy");
  const counts = countsOf(plan);
  return (
    <Table
      caption={t("held.title")}
      rows={KINDS.filter((kind) => counts[kind] > 0)}
      rowKey={(kind) => kind}
      columns={[
        { key: "what", head: t("held.what"), rowHead: true, cell: (kind) => t(`kind.${kind}.title`) },
        { key: "why", head: t("held.why"), cell: (kind) => t(`kind.${kind}.why`) },
        { key: "term", head: t("held.term"), cell: (kind) => t(`kind.${kind}.term`) },
        { key: "count", head: t("held.count"), end: true, cell: (kind) => counts[kind] },
      ]}
    />
  );
}

/** Cards, contracts and papers of firms are the firms'; only those of a party that is this person are theirs. */
function countsOf({ goes, parties }: Plan): Record<(typeof KINDS)[number], number> {
  const of = (kind: Plan["goes"][number]["kind"]) => goes.find((one) => one.kind === kind)?.count ?? 0;
  const own = parties.filter(({ outcome }) => outcome === "erased" || outcome === "kept");
  const sum = (by: (party: (typeof own)[number]) => number) => own.reduce((total, one) => total + by(one), 0);
  return {
    account: of("account"),
    sessions: of("sessions"),
    log: of("log"),
    mails: of("mailAddresses") + of("unsentMails"),
    notices: of("notices"),
    feeds: of("feeds"),
    card: sum(({ requisites }) => requisites),
    contracts: sum(({ contracts }) => contracts),
    papers: sum(({ invoices, acts, payments }) => invoices + acts + payments),
  };
}
