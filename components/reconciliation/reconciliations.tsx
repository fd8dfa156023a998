import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DrawUp } from "./draw-up.tsx";
import { ReconciliationList, type ReconciliationRow } from "./reconciliation-list.tsx";

type Props = {
  locale: Locale;
  rows: readonly ReconciliationRow[];
  today: Day;
  /** Null for a role that may only read. */
  action: Action<unknown> | null;
  /** Whose, where the house asks; a customer asks about itself. */
  partyId?: string;
};

/** Акты сверки of one party as a part of a page: those that were drawn up, and a form for one more. */
export function Reconciliations({ locale, rows, today, action, partyId }: Props) {
  const t = translator(locale, "reconciliation");
  return (
    <Section title={t("list")} aside={action && <DrawUp {...{ locale, rows, today, action, partyId }} />}>
      {rows.length === 0 ? (
        <p className="text-muted">{t("empty")}</p>
      ) : (
        <ReconciliationList locale={locale} rows={rows} side={partyId ? "staff" : "cabinet"} />
      )}
    </Section>
  );
}
