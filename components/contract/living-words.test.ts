import { describe, expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { clocksOf } from "#/lib/contract/clocks.ts";
import type { LivingNote } from "#/lib/contract/living.ts";
import { spentBy } from "#/lib/contract/living-term.ts";
import { concluded, contract, givenOn } from "#/lib/contract/testing.ts";
import { locales } from "#/lib/messages/messages.ts";
import { type Answer, sentencesOf } from "./living-edition.tsx";
import { spentWords } from "./living-words.ts";

const first = { id: "offer-1", number: 1, publishedOn: asDay("2026-01-01"), inForceFrom: asDay("2026-01-01") };
const second = { id: "offer-2", number: 2, publishedOn: asDay("2026-04-13"), inForceFrom: asDay("2026-04-18") };
const paid = concluded({ acceptedOn: asDay("2026-04-16") });
const answer = (changes: Partial<Answer>): Answer => ({
  ...{ shown: first, accepted: first, how: "in-force", paymentJoins: null, binding: null, refused: [], open: [] },
  ...changes,
});

/** What is said of each answer, with the days that its first sentence must name. */
const SAID: [string, Answer, typeof paid, string[]][] = [
  ["not paid", answer({ accepted: null, how: "unpaid", paymentJoins: second }), contract(), ["15.04.2026"]],
  ["paid in force", answer({}), paid, ["01.01.2026", "16.04.2026"]],
  [
    "paid in the window",
    answer({ shown: second, accepted: second, how: "in-window" }),
    paid,
    ["13.04.2026", "16.04.2026", "18.04.2026"],
  ],
  [
    "paid under a newer one",
    answer({ accepted: second, how: "in-window" }),
    paid,
    ["15.04.2026", "13.04.2026", "16.04.2026"],
  ],
  [
    "with a later edition",
    answer({
      refused: [{ edition: second, on: asDay("2026-04-15") }],
      open: [{ edition: { ...second, number: 3 }, until: asDay("2026-04-20") }],
      binding: { edition: { ...second, number: 4 }, since: asDay("2026-04-30"), by: "silence" },
    }),
    paid,
    ["01.01.2026"],
  ],
];

describe.each(locales)("in %s", (locale) => {
  it.each(SAID)("says which edition was accepted: %s", (_name, one, of, days) => {
    const sentences = sentencesOf({ locale, contract: of, answer: one });
    for (const day of days) expect(sentences[0]).toContain(day);
    for (const sentence of sentences) expect(sentence).toMatch(/^[^{}]+\.$/);
    expect(sentences.join(" ")).not.toContain("undefined");
  });

  it("tells every later edition apart", () => {
    const [, , of] = SAID[4]!;
    const sentences = sentencesOf({ locale, contract: { ...of, paidOn: of.creditedOn }, answer: SAID[4]![1] });
    expect(sentences).toHaveLength(4);
    for (const [at, day] of ["15.04.2026", "20.04.2026", "30.04.2026"].entries())
      expect(sentences[at + 1]).toContain(day);
  });
});

const note = (on: string, state: LivingNote["state"], clause = "3.5"): LivingNote => {
  const clock = clocksOf(concluded(), givenOn(on)).find(({ name }) => name === "activation")!;
  return {
    ...{ key: "k", clause, state, code: { of: "step", name: "activate-access" }, on: asDay(on), proof: null },
    ...{ clock, spent: spentBy(clock, asDay(on)), papers: [], params: {} },
  };
};

it("says how much of a term was used, in words of the day", () => {
  expect(spentWords(note("2026-04-30", "done"), "ru")).toBe("9-й рабочий день из 15");
  expect(spentWords(note("2026-04-30", "running"), "ru")).toBe("сегодня 9-й рабочий день из 15");
  expect(spentWords(note("2026-05-03", "done"), "ru")).toBe("после 9-го рабочего дня из 15");
  expect(spentWords(note("2026-04-16", "done"), "ru")).toBe("в день, с которого идёт срок");
  expect(spentWords(note("2026-05-13", "done"), "ru")).toBe("на 2 дня позже срока");
  expect(spentWords(note("2026-05-13", "late"), "en")).toBe("the term ended 2 days ago");
  expect(spentWords(note("2026-04-30", "done", "6.1"), "en")).toContain("9th working day of 15 (");
});
