import { expect, test } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { erasedOn, erasedWords } from "./erased.ts";

test("the words of an erasure say their day and give it back", () => {
  expect(erasedWords(asDay("2027-03-12"))).toBe("стёрто по запросу 12.03.2027");
  expect(erasedOn("стёрто по запросу 12.03.2027")).toBe("2027-03-12");
});

test.each([null, "", "Анна", "стёрто по запросу", "стёрто по запросу 31.02.2027", "стёрто по запросу 12.03.2027 "])(
  "%j is nobody's erasure",
  (text) => expect(erasedOn(text)).toBeNull(),
);
