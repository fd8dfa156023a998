import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Unbroken } from "#/components/ui/unbroken.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { State } from "#/lib/reconciliation/state.ts";
import { toneFor } from "./state-tone.ts";

export type ReconciliationRow = { id: string; number: string; issuedOn: Day; from: Day; to: Day; state: State };
type Props = { locale: Locale; rows: readonly ReconciliationRow[]; side: "cabinet" | "staff" };

/** Акты сверки that were drawn up, and where they stand. */
export function ReconciliationList({ locale, rows, side }: Props) {
  const t = translator(locale, "reconciliation");
  return (
    <ul className="grid gap-4">
      {rows.map(({ id, number, issuedOn, from, to, state }) => (
        <li key={id}>
          <span className="flex flex-wrap items-baseline gap-x-4 gap-y-1">
            <Link className="link" href={`/${side}/reconciliations/${id}`}>
              <Unbroken text={t("named", { number, on: formatDay(issuedOn) })} />
            </Link>
            <Status tone={toneFor(side, state)}>{t(`${side === "staff" ? "stateStaff" : "state"}.${state}`)}</Status>
          </span>
          <span className="flex flex-wrap items-baseline gap-x-4 text-muted text-sm">
            {t("period", { from: formatDay(from), to: formatDay(to) })}
            <FileLink locale={locale} href={`/api/reconciliations/${id}/pdf`} title={`№ ${number}`} kind="PDF" />
          </span>
        </li>
      ))}
    </ul>
  );
}
