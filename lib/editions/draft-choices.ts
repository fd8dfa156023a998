import type { StaffRole } from "#/lib/access/actor.ts";
import { type Permission, rolesWith } from "#/lib/access/permissions.ts";
import { type DraftMove, type DraftStage, stageAfter } from "./draft.ts";

/** Who does the next thing with a draft; the clock publishes what was released; closed ones wait for nobody. */
export type Turn = "author" | "lawyer" | "director" | "clock" | "nobody";

const TURNS: Record<DraftStage, Turn> = {
  draft: "author",
  submitted: "lawyer",
  checked: "director",
  released: "clock",
  published: "nobody",
  withdrawn: "nobody",
};
export const turnOf = (stage: DraftStage): Turn => TURNS[stage];

/** Moves that people press, in the order of the way. */
export const PRESSED_MOVES = ["submit", "check", "release", "return", "withdraw"] as const satisfies DraftMove[];
export type PressedMove = (typeof PRESSED_MOVES)[number];

const ALLOW: Record<PressedMove, Permission> = {
  submit: "edition.draft",
  check: "edition.check",
  release: "edition.release",
  return: "edition.return",
  withdraw: "edition.return",
};

/** `role`: whose move it is; `stage`: it is not its time; `gaps`, `errors`: what stands in the way; `four-eyes`: the same person. */
export type WhyNot = "closed" | "stage" | "role" | "gaps" | "errors" | "four-eyes";
export type MoveChoice = { move: PressedMove; why: WhyNot | null };

type Person = { userId: string; role: StaffRole };
type Standing = { stage: DraftStage; checkedBy: string | null; createdBy: string };

export const rolesOf = (move: PressedMove): readonly StaffRole[] => rolesWith(ALLOW[move], "staff");

/** What this person may do with a draft, and why not the rest (6.2: whoever passed a text does not release it). */
export function moveChoices(
  draft: Standing,
  person: Person,
  { gaps, errors }: { gaps: number; errors: number },
): MoveChoice[] {
  const whyNot = (move: PressedMove): WhyNot | null => {
    if (turnOf(draft.stage) === "nobody") return "closed";
    if (stageAfter(draft.stage, move) === null) return "stage";
    if (!rolesOf(move).includes(person.role)) return "role";
    if (move === "release") return draft.checkedBy === person.userId ? "four-eyes" : null;
    if ((move === "submit" || move === "check") && gaps > 0) return "gaps";
    return move === "check" && errors > 0 ? "errors" : null;
  };
  return PRESSED_MOVES.map((move) => ({ move, why: whyNot(move) }));
}

/** Whether the draft waits for this very person. */
export function isTurnOf({ stage, createdBy, checkedBy }: Standing, { userId, role }: Person): boolean {
  const turn = turnOf(stage);
  if (turn === "author") return createdBy === userId;
  return turn === role && checkedBy !== userId;
}
