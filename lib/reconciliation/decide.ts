import type { Operation } from "#/lib/documents/reconciliation/frozen.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { AnswerInput, DisputeInput } from "./inputs.ts";
import { type DisputedLine, type Move, type MoveData, type Side, type State, stateAfter } from "./state.ts";

/** An акт сверки as a decision sees it: where it stands, the lines that it prints, and the dispute that waits for an answer. */
export type Act = { state: State; within: readonly Operation[]; dispute: readonly DisputedLine[] };

/** Refused where the table has no such way from here. */
export const mayMove = (state: State, move: Move, side: Side): Result<State, string> => {
  const next = stateAfter(state, move, side);
  return next === null ? err("reconciliation.not_now") : ok(next);
};

/** The customer confirms as it is; the seller only with the customer's signed paper in hand. */
export function decideConfirm(act: Act, side: Side, fileId: string | undefined): Result<MoveData, string> {
  const may = mayMove(act.state, "confirm", side);
  if (!may.ok) return may;
  return side === "seller" && !fileId ? err("reconciliation.copy_required") : ok({});
}

/** A dispute names at least one line; each line of the act at most once, none that the act does not have. */
export function decideDispute(act: Act, input: DisputeInput): Result<MoveData, string> {
  const may = mayMove(act.state, "dispute", "customer");
  if (!may.ok) return may;
  const lines: DisputedLine[] = [
    ...input.lines.map((line): DisputedLine => {
      const { at, remark } = line;
      const { kind = "payment", number = "" } = act.within[at] ?? {};
      return {
        ...{ at, remark },
        theirs:
          line.way === "absent"
            ? null
            : { kind: kind === "act" ? "act" : "payment", number, on: line.on, amount: line.amount },
      };
    }),
    ...input.own.map(({ remark, ...theirs }): DisputedLine => ({ at: null, theirs, remark })),
  ];
  if (lines.length === 0) return err("reconciliation.nothing_disputed");
  const places = input.lines.map(({ at }) => at);
  const known = places.every((at) => at < act.within.length) && new Set(places).size === places.length;
  return known ? ok({ lines }) : err("reconciliation.no_such_line");
}

/** Every disputed line gets its answer, in the order of the dispute. */
export function decideAnswer(act: Act, { answers }: AnswerInput): Result<MoveData, string> {
  const may = mayMove(act.state, "answer", "seller");
  if (!may.ok) return may;
  return answers.length === act.dispute.length ? ok({ answers }) : err("reconciliation.answer_all");
}
