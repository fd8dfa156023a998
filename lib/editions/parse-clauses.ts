import { err, ok, type Result } from "#/lib/result.ts";
import type { Clause } from "./edition.ts";

export type ClauseRefusal = { code: "edition.clause_repeated" | "edition.clause_orphan"; clause: string };

const HEADING = /^#{2,4} (?:(\d+(?:\.\d+)*)\. )?(.+?)(?: \{#([a-z0-9-]+)\})?$/;
const NUMBERED = /^(\d+(?:\.\d+)*)\. (.+)$/;

/**
 * Markdown body → tree of clauses. `## 3. Heading` and `3.5. text` open a clause under its number's parent; any other
 * block is one more paragraph of the clause above, or of the preamble. Nothing of the text is lost or reordered.
 */
export function parseClauses(body: string): Result<Clause[], ClauseRefusal> {
  const roots: Clause[] = [];
  const byId = new Map<string, Clause>();
  let current: Clause | null = null;
  for (const block of blocks(body)) {
    const heading = HEADING.exec(block);
    const numbered = heading ? null : NUMBERED.exec(block);
    if (!heading && !numbered) {
      current ??= append(roots, byId, { id: "preamble", number: null, heading: null, paragraphs: [], children: [] });
      current.paragraphs.push(block);
      continue;
    }
    const number: string | null = heading?.[1] ?? numbered?.[1] ?? null;
    const id: string = number ?? heading?.[3] ?? `section-${roots.length + 1}`;
    if (byId.has(id)) return err({ code: "edition.clause_repeated", clause: id });
    const parentNumber = number?.includes(".") ? number.slice(0, number.lastIndexOf(".")) : null;
    const siblings = parentNumber === null ? roots : byId.get(parentNumber)?.children;
    if (!siblings) return err({ code: "edition.clause_orphan", clause: id });
    const paragraphs = numbered ? [numbered[2] ?? ""] : [];
    current = append(siblings, byId, { id, number, heading: heading?.[2] ?? null, paragraphs, children: [] });
  }
  return ok(roots);
}

function append(siblings: Clause[], byId: Map<string, Clause>, clause: Clause): Clause {
  siblings.push(clause);
  byId.set(clause.id, clause);
  return clause;
}

/** Blocks are parted by blank lines; a heading ends with its line; inside a block white space is one space. */
function blocks(body: string): string[] {
  return body
    .replace(/^(#{2,4} .*)$/gm, "\n$1\n")
    .split(/\n\s*\n/)
    .map((block) => block.replace(/\s+/g, " ").trim())
    .filter((block) => block !== "");
}
