import { readFileSync } from "node:fs";
import { asDay } from "#/lib/calendar/day.ts";
import type { Clause, EditionText } from "../../edition.ts";
import { parseEdition } from "../../parse-markdown.ts";
import { lintEdition } from "../lint-edition.ts";
import type { LintFacts, LintRule } from "../rules.ts";

/**
 * A text as the importer would bring it, faults and all: a number twice is two clauses. A line each: «3.5. …» a clause,
 * «# …» a heading, anything else a paragraph of the clause above.
 */
export function contract(lines: string): EditionText {
  const clauses: Clause[] = [];
  for (const line of lines.trim().split("\n")) {
    const [, number, text] = /^(\d+(?:\.\d+)*)\.\s(.*)$/.exec(line.trim()) ?? [];
    const heading = /^# (.*)$/.exec(line.trim())?.[1] ?? null;
    const last = clauses.at(-1);
    if (number || heading || !last)
      clauses.push({
        id: number ?? (heading ? `section-${clauses.length + 1}` : "preamble"),
        number: number ?? null,
        heading,
        paragraphs: heading ? [] : [text ?? line.trim()],
        children: [],
      });
    else last.paragraphs.push(line.trim());
  }
  return { title: "Договор", clauses };
}

/** The seller's own offer, its bindings and requisites. */
export function offer() {
  const parsed = parseEdition(readFileSync("db/seed/documents/license-bitrix24-market.ru.md", "utf8"));
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.error));
  return parsed.value;
}

export const NO_FACTS: LintFacts = {
  ...{ kind: null, orderDate: null, publishedOn: null, inForceFrom: null, successor: null },
  ...{ bindings: null, seller: null, pinned: [], offer: null },
};

export function offerFacts(): LintFacts {
  const { kind, bindings, seller } = offer();
  return {
    ...{ kind, bindings, seller, successor: true, pinned: [], offer: null },
    ...{ orderDate: asDay("2025-12-29"), publishedOn: asDay("2026-01-01"), inForceFrom: asDay("2026-01-06") },
  };
}

/** The offer with one passage replaced; refuses to plant where the passage does not stand. */
export function offerWith(passage: string, planted: string): EditionText {
  const json = JSON.stringify(offer().text);
  const at = json.indexOf(JSON.stringify(passage).slice(1, -1));
  if (at === -1) throw new Error(`the offer does not say: ${passage}`);
  return JSON.parse(json.replace(JSON.stringify(passage).slice(1, -1), () => JSON.stringify(planted).slice(1, -1)));
}

/** What one rule finds: «clause: words». */
export function found(rule: LintRule, text: EditionText, facts: LintFacts = NO_FACTS): string[] {
  const { errors, warnings } = lintEdition(text, facts);
  return [...errors, ...warnings].filter((one) => one.rule === rule).map((one) => `${one.clause}: ${one.text}`);
}
