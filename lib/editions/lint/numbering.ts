import { findReferences } from "../references.ts";
import { type LintClause, opening } from "./lint-text.ts";
import type { Finding } from "./rules.ts";

/** Clause numbers that repeat (two clauses with one address) or jump (a clause was lost, or never written). */
export function numberingFindings(clauses: readonly LintClause[]): Finding[] {
  const seen = new Set<string>();
  const last = new Map<string, string>();
  const findings: Finding[] = [];
  const sections = new Set(clauses.flatMap(({ number }) => (number === null || number.includes(".") ? [] : [number])));
  for (const { number, name, text } of clauses) {
    if (number === null) continue;
    const words = `${number}. ${opening(text)}`;
    if (seen.has(number)) {
      findings.push({ rule: "number.repeat", clause: name, text: words });
      continue;
    }
    seen.add(number);
    // A text whose sections have no numbers of their own still counts them in its clauses: 2.3, then 4.1.
    const [section = ""] = number.split(".");
    if (number.includes(".") && !sections.has(section) && last.get("") !== section) {
      const expected = next("", last.get(""));
      if (expected !== null && expected !== section)
        findings.push({ rule: "number.jump", clause: name, text: words, params: { expected: `${expected}.1` } });
      last.set("", section);
    }
    const under = number.slice(0, Math.max(0, number.lastIndexOf(".")));
    const expected = next(under, last.get(under));
    if (expected !== null && expected !== number && /^\d+$/.test(number.slice(under.length).replace(".", "")))
      findings.push({ rule: "number.jump", clause: name, text: words, params: { expected } });
    last.set(under, number);
  }
  return findings;
}

/** The number after this one under the same section; null after what does not count in figures («9.1.a»). */
function next(under: string, before: string | undefined): string | null {
  const count = before === undefined ? 0 : Number(before.split(".").at(-1));
  return Number.isNaN(count) ? null : `${under === "" ? "" : `${under}.`}${count + 1}`;
}

/** «п. 3.15» where the last clause of section 3 is 3.9. References into laws and other documents are not ours to check. */
export function referenceFindings(clauses: readonly LintClause[], kind: string | null): Finding[] {
  const known = new Set<string>();
  for (const { number, prose } of clauses) {
    const inline = [...prose.matchAll(/(?<=[:;.]\s)(\d+(?:\.\d+)+)(?=\.?\s)/g)].map((match) => match[1] ?? "");
    for (const one of number === null ? inline : [number, ...inline])
      for (let at = one; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf(".")))) known.add(at);
  }
  if (known.size === 0) return [];
  // Only the contract itself may say «пункт 3.5 Договора» and mean its own.
  const elsewhere = kind === null || kind === "offer" ? null : /^\s*(?:договора|дагавора|of the (?:contract|offer))/iu;
  return clauses.flatMap(({ name, prose }) =>
    findReferences(prose)
      .filter(({ number, foreign, end }) => !foreign && !known.has(number) && !elsewhere?.test(prose.slice(end)))
      .map(
        ({ number, words }): Finding => ({
          rule: "reference.missing",
          clause: name,
          text: words,
          params: { number },
        }),
      ),
  );
}
