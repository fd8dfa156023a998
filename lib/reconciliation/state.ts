import type { Day } from "#/lib/calendar/day.ts";

export const SIDES = ["customer", "seller"] as const;
export type Side = (typeof SIDES)[number];

export const MOVES = ["confirm", "dispute", "answer", "keep-copy", "replace"] as const;
export type Move = (typeof MOVES)[number];

/** Where an акт сверки stands. Agreed and replaced are the ends; a copy may still be kept of an agreed one. */
export type State = "open" | "disputed" | "answered" | "agreed" | "replaced";

/**
 * One line of a dispute: an operation of the act by its place in the printed order, or null for one of the customer's that the act
 * lacks. `theirs` is what the customer's books say; null where they have no such line. Sums are kopecks as text.
 */
export type DisputedLine = {
  at: number | null;
  theirs: { kind: "payment" | "act"; number: string; on: Day; amount: string } | null;
  remark: string;
};
export const VERDICTS = ["accept", "keep"] as const;
/** The seller's word on a disputed line, by its place in the dispute: the books will be corrected, or are right as they are. */
export type Answer = { verdict: (typeof VERDICTS)[number]; text: string };

export type MoveData = {
  lines?: DisputedLine[];
  answers?: Answer[];
  /** The new edition of the act, by its id and number. */
  replacedBy?: { id: string; number: string };
};

type Rule = { by: readonly Side[]; from: readonly State[]; to: State | "same" };

/**
 * The life of an акт сверки as a table. The customer confirms or disputes; the seller answers each line and either draws up a new
 * edition or holds to the act; a signed copy is kept by either side. The seller confirms only by the customer's signed paper.
 */
export const RULES: Record<Move, Rule> = {
  confirm: { by: SIDES, from: ["open", "disputed", "answered"], to: "agreed" },
  dispute: { by: ["customer"], from: ["open", "answered"], to: "disputed" },
  answer: { by: ["seller"], from: ["disputed"], to: "answered" },
  "keep-copy": { by: SIDES, from: ["agreed"], to: "same" },
  replace: { by: ["seller"], from: ["open", "disputed", "answered"], to: "replaced" },
};

/** Where the act stands after a move, null where the table has no such way. */
export function stateAfter(state: State, move: Move, side: Side): State | null {
  const { by, from, to } = RULES[move];
  if (!by.includes(side) || !from.includes(state)) return null;
  return to === "same" ? state : to;
}

/** What its moves, in their order, add up to. @throws RangeError for a history that the table forbids. */
export function stateOf(moves: readonly { move: Move; side: Side }[]): State {
  return moves.reduce<State>((state, { move, side }) => {
    const next = stateAfter(state, move, side);
    if (next === null) throw new RangeError(`${side} may not ${move} an act that is ${state}`);
    return next;
  }, "open");
}

/** What one side may do now, in the order of the table. */
export const movesOf = (state: State, side: Side): Move[] =>
  MOVES.filter((move) => stateAfter(state, move, side) !== null);

/** Whose word is waited for: the customer's on a fresh act and on answers, the seller's on disputed lines, nobody's at the ends. */
export const waitsFor = (state: State): Side | null =>
  state === "open" || state === "answered" ? "customer" : state === "disputed" ? "seller" : null;

/** The same from the last move that was no copy: what a list reads from one row. */
export function stateAfterLast(last: Exclude<Move, "keep-copy"> | null): State {
  if (last === null) return "open";
  const { to } = RULES[last];
  if (to === "same") throw new RangeError(`${last} moves nothing`);
  return to;
}
