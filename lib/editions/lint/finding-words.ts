import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Finding } from "./rules.ts";

/** What is wrong, why it matters, what to do. */
export type FindingWords = { what: string; why: string; fix: string };

/** The sentences of a finding for people. */
export function findingWords({ rule, clause, text, params = {} }: Finding, locale: Locale): FindingWords {
  const t = translator(locale, "lint");
  const values = { text, clause: clause ?? "", ...params, ...spoken(params, locale) };
  // Every rule has its three sentences in every language (finding-words.test.ts); the compiler cannot see it through a join.
  const say = (part: keyof FindingWords) =>
    (t as (key: string, values: object) => string)(`rules.${rule}.${part}`, values);
  return { what: say("what"), why: say("why"), fix: say("fix") };
}

/** Codes among the parameters as words: «15 рабочих дней», «номер счёта». */
function spoken(params: Record<string, string>, locale: Locale): Record<string, string> {
  const t = translator(locale, "lint");
  const words: Record<string, string> = {};
  const named = params.what ?? params.kind;
  if (named !== undefined) words.what = t(`what.${named as "unp"}`);
  const { unit, expected } = params;
  if (unit === "working-days" || unit === "calendar-days" || unit === "months")
    words.expected = t(`unit.${unit}`, { value: Number(expected) });
  return words;
}
