import { readFileSync } from "node:fs";
import { expect, test } from "vitest";

import { actMoves, lifeCycleMarkdown, stageMoves } from "./life-diagram.ts";
import { ACT_STATUSES, STAGES, STEPS } from "./machine.ts";

test("docs/life-cycle.md is what the table of life says: `node scripts/life-diagram.ts` writes it", () => {
  expect(readFileSync("docs/life-cycle.md", "utf8")).toBe(lifeCycleMarkdown());
});

test("every step stands in the table, and every place can be reached from the first one", () => {
  const text = lifeCycleMarkdown();
  for (const step of STEPS) expect(text).toContain(`| \`${step}\` |`);
  const reachable = <Place>(moves: readonly { from: Place; to: Place }[], start: Place) => {
    const found = new Set([start]);
    for (const place of found) for (const { from, to } of moves) if (from === place) found.add(to);
    return [...found].sort();
  };
  expect(reachable(stageMoves(), STAGES[0])).toEqual([...STAGES].sort());
  expect(reachable(actMoves(), ACT_STATUSES[0])).toEqual([...ACT_STATUSES].sort());
});
