import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { DraftStage } from "#/lib/editions/draft.ts";
import { turnOf } from "#/lib/editions/draft-choices.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

const TONE: Record<DraftStage, Tone> = {
  draft: "neutral",
  submitted: "running",
  checked: "running",
  released: "done",
  published: "done",
  withdrawn: "neutral",
};

/** Where a draft stands; «needs you» where it waits for the reader. */
export function DraftStatus({ locale, stage, mine }: { locale: Locale; stage: DraftStage; mine: boolean }) {
  return <Status tone={mine ? "needs" : TONE[stage]}>{translator(locale, "editions")(`stages.${stage}`)}</Status>;
}

type TurnProps = { locale: Locale; stage: DraftStage; author: string; publishOn: Day | null; mine: boolean };

/** Who does the next thing, in a word. */
export function DraftTurn({ locale, stage, author, publishOn, mine }: TurnProps) {
  const t = translator(locale, "editions");
  const turn = turnOf(stage);
  const whose =
    turn === "author"
      ? t("turns.author", { name: author })
      : turn === "clock"
        ? t("turns.clock", { date: publishOn ? formatDay(publishOn) : "" })
        : t(`turns.${turn}`);
  return mine ? <strong className="font-semibold">{t("turns.mine")}</strong> : whose;
}
