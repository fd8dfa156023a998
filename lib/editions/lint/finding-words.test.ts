import { describe, expect, it } from "vitest";
import { locales } from "#/lib/messages/messages.ts";
import { findingWords } from "./finding-words.ts";
import { LINT_RULES, type LintRule } from "./rules.ts";

/** Parameters as the rules give them. */
const PARAMS: Partial<Record<LintRule, Record<string, string>>> = {
  "alphabet.mixed": { latin: "ATALOG" },
  "number.jump": { expected: "3.3" },
  "reference.missing": { number: "3.15" },
  "date.order": { expected: "01.01.2026" },
  "date.in_force": { expected: "06.01.2026" },
  "date.differs": { what: "publishedOn", expected: "02.01.2026" },
  "term.words": { figures: "15", words: "десяти" },
  "binding.differs": { key: "deemedWorkingDays", expected: "5", unit: "working-days" },
  "binding.absent": { key: "forceMajeureMonths", expected: "6", unit: "months" },
  "requisites.unp": { digit: "6" },
  "requisites.bank": { account: "BY03" },
  "requisites.seller": { what: "account", expected: "BY03 ALFA" },
  "clocks.race": { others: "3.6, 3.7" },
  "kind.no_channel": { kind: "sole-proprietor" },
};

describe.each(locales)("in %s", (locale) => {
  it.each(Object.keys(LINT_RULES) as LintRule[])("%s says what, why and what to do", (rule) => {
    const words = findingWords({ rule, clause: "3.5", text: "слова", params: PARAMS[rule] }, locale);
    for (const sentence of Object.values(words)) {
      expect(sentence).not.toMatch(/rules\.|[{}]/);
      expect(sentence).toMatch(/[.:]$|слова\.?$/);
    }
    expect(new Set(Object.values(words)).size).toBe(3);
  });
});

it("tells terms in days, not in codes", () => {
  const finding = {
    rule: "binding.differs",
    clause: "3.8",
    text: "10 дней",
    params: PARAMS["binding.differs"],
  } as const;
  expect(findingWords(finding, "ru").what).toBe("В тексте «10 дней», а система исполняет 5 рабочих дней.");
  const channel = { rule: "kind.no_channel", clause: "1.2", text: "ИП", params: PARAMS["kind.no_channel"] } as const;
  expect(findingWords(channel, "ru").why).toBe("Для индивидуального предпринимателя порядок приёмки не установлен.");
});
