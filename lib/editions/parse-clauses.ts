import { err, ok, type Result } from "#/lib/result.ts";
import type { Clause } from "./edition.ts";

export type ClauseRefusal = { code: "edition.clause_repeated" | "edition.clause_orphan"; clause: string };

const HEADING = /^#{2,4} (?:(\d+(?:\.\d+)*)\. )?(.+?)(?: \{#([a-z0-9-]+)\})?$/;
const NUMBERED = /^(\d+(?:\.\d+)*)\. (.+)$/;
/** What the short forms cannot say: `{#anchor | number | parent's anchor} text`, after `## ` for a heading. */
const EXPLICIT = /^(#{2,4} )?\{#([^\s|{}]+) \|([^|{}]*)\|\s*([^\s|{}]*)\s*\}(?: (.+))?$/;

type Opening = {
  id: string;
  number: string | null;
  /** The anchor of the clause it stands in, null for the top. */
  parent: string | null;
  heading: string | null;
  first: string | null;
};

/**
 * Markdown body → tree of clauses. `## 3. Heading` and `3.5. text` open a clause under its number's parent, the explicit form
 * any other clause; any other block is one more paragraph of the clause above, or of the preamble. A backslash in front makes
 * a paragraph of what would open a clause. Nothing of the text is lost or reordered.
 */
export function parseClauses(body: string): Result<Clause[], ClauseRefusal> {
  const roots: Clause[] = [];
  const byId = new Map<string, Clause>();
  let current: Clause | null = null;
  for (const block of blocks(body)) {
    const opening = opens(block, roots.length);
    if (!opening) {
      current ??= append(roots, byId, { id: "preamble", number: null, heading: null, paragraphs: [], children: [] });
      current.paragraphs.push(block.replace(/^\\/, ""));
      continue;
    }
    const { id, number, parent, heading, first } = opening;
    if (byId.has(id)) return err({ code: "edition.clause_repeated", clause: id });
    const siblings = parent === null ? roots : byId.get(parent)?.children;
    if (!siblings) return err({ code: "edition.clause_orphan", clause: id });
    const paragraphs = first === null ? [] : [first];
    current = append(siblings, byId, { id, number, heading, paragraphs, children: [] });
  }
  return ok(roots);
}

/** The clause that a block opens, null where it is a paragraph. `place`: how many clauses stand at the top already. */
function opens(block: string, place: number): Opening | null {
  const explicit = EXPLICIT.exec(block);
  if (explicit) {
    const [, headed, id = "", number = "", parent = "", text = ""] = explicit;
    const own = { id, number: number.trim() || null, parent: parent || null };
    return headed ? { ...own, heading: text, first: null } : { ...own, heading: null, first: text || null };
  }
  const heading = HEADING.exec(block);
  const numbered = heading ? null : NUMBERED.exec(block);
  if (!heading && !numbered) return null;
  const number = heading?.[1] ?? numbered?.[1] ?? null;
  return {
    ...{ id: number ?? heading?.[3] ?? `section-${place + 1}`, number },
    parent: number?.includes(".") ? number.slice(0, number.lastIndexOf(".")) : null,
    ...{ heading: heading?.[2] ?? null, first: numbered?.[2] ?? null },
  };
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
