import { Notice } from "#/components/ui/notice.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Verdict, VerifiedPaper } from "#/lib/documents/verify/verdict.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const TONE: Record<Verdict, Tone> = {
  genuine: "done",
  superseded: "late",
  paid: "done",
  cancelled: "late",
  expired: "late",
  payable: "done",
  signed: "done",
  refused: "needs",
  deemed: "done",
};

/** What became of a genuine paper, in one sentence, and what its holder does now. */
export function VerdictNotice({ locale, verdict, paper }: { locale: Locale; verdict: Verdict; paper: VerifiedPaper }) {
  const t = translator(locale, "verify");
  const told = {
    number: paper.replacedBy ?? "",
    date: paper.validUntil === null ? "" : formatDay(paper.validUntil),
  };
  const more = `verdict.${verdict}Text` as "verdict.paidText";
  return (
    <Notice tone={TONE[verdict]} title={t(`verdict.${verdict}`, told)}>
      {t.has(more) && t(more)}
    </Notice>
  );
}
