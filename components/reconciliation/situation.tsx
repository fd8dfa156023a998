import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import type { MoveData, State } from "#/lib/reconciliation/state.ts";
import { toneFor } from "./state-tone.ts";

type Props = {
  locale: Locale;
  side: "cabinet" | "staff";
  state: State;
  to: Day;
  closing: Kopecks;
  replacedBy: MoveData["replacedBy"];
};

/** Where the act stands and whose word is next, in one sentence; a replaced one leads to its new edition. */
export function Situation({ locale, side, state, to, closing, replacedBy }: Props) {
  const t = translator(locale, "reconciliation");
  const room = side === "staff" ? "waitsStaff" : "waits";
  const words = { to: formatDay(to), sum: formatMoney(closing), number: replacedBy?.number ?? "" };
  return (
    <Notice tone={toneFor(side, state)} title={t(`${room}.${state}`, words)}>
      {replacedBy && (
        <Link className="link" href={`/${side}/reconciliations/${replacedBy.id}`}>
          {t("newer", { number: replacedBy.number })}
        </Link>
      )}
    </Notice>
  );
}
