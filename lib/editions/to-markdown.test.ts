import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";

import { canonicalText } from "./canonical.ts";
import { type Clause, walk } from "./edition.ts";
import { importDocument } from "./import/import-document.ts";
import { parseClauses } from "./parse-clauses.ts";
import { parseEdition } from "./parse-markdown.ts";
import { toMarkdown } from "./to-markdown.ts";

function back(source: string): Clause[] {
  const parsed = parseClauses(source);
  if (!parsed.ok) throw new Error(`${JSON.stringify(parsed.error)}\n${source}`);
  return parsed.value;
}

/** Texts that try to be taken for markup. */
const words = fc
  .oneof(
    fc.stringMatching(/^[\p{L}0-9 .,«»()|{}#\\-]{1,40}$/u),
    fc.constantFrom(
      "## 3. Раздел",
      "3.5. срок",
      "\\3.5. срок",
      "{#a | 1 | } текст",
      "Конец {#terms}",
      "3. {#x}",
      "#",
      "## {#a | | }",
    ),
  )
  .map((text) => text.replace(/\s+/g, " ").trim())
  .filter((text) => text !== "");
const number = fc.option(
  fc.oneof(
    fc.array(fc.integer({ min: 1, max: 12 }), { minLength: 1, maxLength: 3 }).map((parts) => parts.join(".")),
    fc.constantFrom("Section 4", "9.1.1(a)", "§ 3", "(ii)", "2-бап", "3.5"),
  ),
  { nil: null },
);
type Loose = { number: string | null; heading: string | null; paragraphs: string[]; children: Loose[] };
const loose: fc.Arbitrary<Loose[]> = fc.letrec<{ tree: Loose[] }>((tie) => ({
  tree: fc.array(
    fc.record({
      number,
      heading: fc.option(words, { nil: null }),
      paragraphs: fc.array(words, { maxLength: 3 }),
      children: fc.oneof({ depthSize: "small", withCrossShrink: true }, fc.constant<Loose[]>([]), tie("tree")),
    }),
    { maxLength: 4 },
  ),
})).tree;

/** Anchors as they come: the number, a section's name, or one more of the same. */
function named(clauses: Loose[], ids = new Set<string>()): Clause[] {
  return clauses.map((one) => {
    const wanted = one.number?.replace(/\s/g, "-") ?? (one.heading ? "terms" : "preamble");
    let id = wanted;
    for (let again = 2; ids.has(id); again++) id = `${wanted}-${again}`;
    ids.add(id);
    return { ...one, id, children: named(one.children, ids) };
  });
}

describe("toMarkdown", () => {
  it("is read back into the same tree, whatever the clauses, numbers and texts are", () => {
    fc.assert(
      fc.property(loose, (tree) => {
        const clauses = named(tree);
        expect(back(toMarkdown(clauses))).toEqual(clauses);
      }),
      { numRuns: 400 },
    );
  });

  it.each(readdirSync("db/seed/documents").filter((name) => name.endsWith(".md")))(
    "writes %s without a single explicit form",
    (file) => {
      const edition = parseEdition(readFileSync(`db/seed/documents/${file}`, "utf8"));
      if (!edition.ok) throw new Error(edition.error.code);
      const source = toMarkdown(edition.value.text.clauses);
      expect(source).not.toMatch(/\{#\S+ \|/);
      expect(back(source)).toEqual(edition.value.text.clauses);
    },
  );

  it("keeps what the importer made of a text with lists, repeated numbers and headings without one", async () => {
    const text = [
      "ДОГОВОР АРЕНДЫ",
      "ПРЕДМЕТ",
      "1.1. Арендодатель передаёт:",
      "(a) станок;",
      "(b) ключи.",
      "1.1. Повтор номера.",
      "СРОКИ",
      "2.1. Десять дней.",
    ].join("\n\n");
    const read = await importDocument(Buffer.from(text), "rent.txt");
    if (!read.ok) throw new Error(read.error.code);
    const { clauses } = read.value.text;
    const ids = [...walk(clauses)].map(({ clause }) => clause.id);
    expect(ids.some((id) => !/^\d/.test(id))).toBe(true);
    expect(back(toMarkdown(clauses))).toEqual(clauses);
  });

  it("joins blanks and lines inside a paragraph as the canonical text does", () => {
    const clauses: Clause[] = [
      { id: "1", number: "1", heading: "Срок  и\u00a0место", paragraphs: ["раз\n\nдва", " три "], children: [] },
    ];
    const title = "Т";
    expect(canonicalText({ title, clauses: back(toMarkdown(clauses)) })).toBe(canonicalText({ title, clauses }));
  });
});
