import { Status } from "#/components/ui/status.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import type { AnsweredLine } from "#/lib/reconciliation/dispute.ts";

type Props = { locale: Locale; line: AnsweredLine; side: "cabinet" | "staff" };

/** What the customer's books say instead of a line, why, and the seller's answer; in the cabinet they are «your books». */
export function DisputedLineNote({ locale, line, side }: Props) {
  const t = translator(locale, "reconciliation");
  const { at, theirs, remark, answer } = line;
  const room = side === "cabinet" ? "toldYou" : "told";
  return (
    <span className="mt-2 grid max-w-measure gap-1 border-hairline border-l-2 pl-3 font-normal text-sm">
      <span>{said()}</span>
      <span className="text-muted [overflow-wrap:anywhere]">{remark}</span>
      {answer && (
        <span className="[overflow-wrap:anywhere]">
          <Status tone={answer.verdict === "accept" ? "done" : "needs"}>{t(`told.verdict.${answer.verdict}`)}</Status>{" "}
          {answer.text}
        </span>
      )}
    </span>
  );

  function said(): string {
    if (!theirs) return t(`${room}.absent`);
    const { kind, number, on, amount } = theirs;
    const figures = { on: formatDay(on), sum: formatMoney(BigInt(amount)) };
    // The line above says what it is; only a line of the customer's own has no name yet.
    return at === null
      ? t(`${room}.theirs`, { ...figures, kind: t(`dispute.${kind}`), number })
      : t(`${room}.theirsBare`, figures);
  }
}
