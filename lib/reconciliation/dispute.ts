import type { Answer, DisputedLine, Move, MoveData } from "./state.ts";

/** A disputed line with the seller's answer, null until it comes. */
export type AnsweredLine = DisputedLine & { answer: Answer | null };

/** The dispute that counts: the customer's last one, with the answers that followed it. Empty where nothing is disputed. */
export function lastDispute(moves: readonly { move: Move; data: MoveData }[]): AnsweredLine[] {
  const at = moves.findLastIndex(({ move }) => move === "dispute");
  const lines = moves[at]?.data.lines ?? [];
  const answers = moves.slice(at + 1).findLast(({ move }) => move === "answer")?.data.answers ?? [];
  return lines.map((line, place) => ({ ...line, answer: answers[place] ?? null }));
}
