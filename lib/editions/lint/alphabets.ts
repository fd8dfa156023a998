import type { LintClause } from "./lint-text.ts";
import type { Finding } from "./rules.ts";

const MIXED = /(?=\p{N}*\p{L}*\p{Script=Cyrillic})(?=[\p{L}\p{N}\p{M}]*\p{Script=Latin})[\p{L}\p{N}\p{M}]+/gu;
/** A one-letter Russian word typed on the other keyboard, or a form of company: «c даты», «OOO «Ромашка»». */
const LONELY =
  /(?<=(?:^|[\s(«])(?:\p{Script=Cyrillic}+[,;:]?\s)?)(?<![\p{L}\p{N}][.)])[acoykABCOKY](?=\s\p{Script=Cyrillic})(?!\s*[.)])/gu;
const COMPANY = /(?<![\p{L}\p{N}])(?:OOO|OAO|3AO|AO|TOO)(?=\s*[«"“])/gu;

/** Words of Cyrillic and Latin letters together («КATALOGу»), and Latin letters that pose as a Russian word. */
export function alphabetFindings(clauses: readonly LintClause[]): Finding[] {
  const cyrillic = isCyrillic(clauses);
  return clauses.flatMap(({ name, prose }) => {
    const mixed = [...prose.matchAll(MIXED)].filter(([word]) => mixes(word));
    const foreign = cyrillic ? [...prose.matchAll(LONELY), ...prose.matchAll(COMPANY)] : [];
    return [
      ...mixed.map(
        ([text]): Finding => ({ rule: "alphabet.mixed", clause: name, text, params: { latin: latinOf(text) } }),
      ),
      ...foreign.map(
        (match): Finding => ({ rule: "alphabet.foreign", clause: name, text: withNext(prose, match.index) }),
      ),
    ];
  });
}

/** The document is written in a Cyrillic alphabet. */
export function isCyrillic(clauses: readonly LintClause[]): boolean {
  const text = clauses.map(({ prose }) => prose).join("\n");
  const count = (script: RegExp) => text.match(script)?.length ?? 0;
  return count(/\p{Script=Cyrillic}/gu) > count(/\p{Script=Latin}/gu);
}

const mixes = (word: string) => /\p{Script=Cyrillic}/u.test(word) && /\p{Script=Latin}/u.test(word);
const latinOf = (word: string) => [...word].filter((letter) => /\p{Script=Latin}/u.test(letter)).join("");
const withNext = (text: string, at: number) => /^\S+(?:\s+\S+)?/u.exec(text.slice(at))?.[0] ?? "";
