import { expect, it } from "vitest";
import { MOVES, type Move, movesOf, SIDES, type Side, type State, stateAfter, stateOf, waitsFor } from "./state.ts";

const STATES = ["open", "disputed", "answered", "agreed", "replaced"] as const satisfies readonly State[];

it("the life of an act, every way of it and no other", () => {
  const ways = STATES.flatMap((state) =>
    SIDES.flatMap((side) => MOVES.map((move) => [state, side, move, stateAfter(state, move, side)] as const)),
  ).filter(([, , , next]) => next !== null);
  expect(ways.map((way) => way.join(" "))).toEqual([
    "open customer confirm agreed",
    "open customer dispute disputed",
    "open seller confirm agreed",
    "open seller replace replaced",
    "disputed customer confirm agreed",
    "disputed seller confirm agreed",
    "disputed seller answer answered",
    "disputed seller replace replaced",
    "answered customer confirm agreed",
    "answered customer dispute disputed",
    "answered seller confirm agreed",
    "answered seller replace replaced",
    "agreed customer keep-copy agreed",
    "agreed seller keep-copy agreed",
  ]);
});

it("a history adds up to a state, and a forbidden one is no history", () => {
  const step = (side: Side, move: Move) => ({ side, move });
  expect(stateOf([])).toBe("open");
  expect(stateOf([step("customer", "dispute"), step("seller", "answer"), step("customer", "confirm")])).toBe("agreed");
  expect(() => stateOf([step("customer", "confirm"), step("customer", "dispute")])).toThrow("agreed");
});

it("whoever is waited for has a move, and at the ends nobody is", () => {
  for (const state of STATES) {
    const side = waitsFor(state);
    if (side) expect(movesOf(state, side).length, state).toBeGreaterThan(0);
    else expect(SIDES.flatMap((one) => movesOf(state, one)).filter((move) => move !== "keep-copy")).toEqual([]);
  }
});
