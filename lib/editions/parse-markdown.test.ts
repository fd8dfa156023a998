import { readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { canonicalText } from "./canonical.ts";
import { contents, findClause, walk } from "./edition.ts";
import { editionSha256 } from "./hash.ts";
import { parseEdition } from "./parse-markdown.ts";

const HEAD = `---
slug: test
kind: usage-rules
language: ru
number: 1
title: Проба
publishedOn: 2026-01-01
inForceFrom: 2026-01-06
---
`;

function parsed(body: string) {
  const result = parseEdition(HEAD + body);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

describe("parseEdition", () => {
  it("nests clauses by number and keeps the preamble apart", () => {
    const { text } = parsed(
      "Вводная.\n\nЕщё вводная.\n\n## 4. Права\n\n4.3. Обязан:\n\n4.3.1. раз;\n\nхвост\n\n4.4. вправе",
    );
    expect([...walk(text.clauses)].map(({ clause, depth }) => [clause.id, depth])).toEqual([
      ["preamble", 0],
      ["4", 0],
      ["4.3", 1],
      ["4.3.1", 2],
      ["4.4", 1],
    ]);
    expect(findClause(text, "4.3.1")?.paragraphs).toEqual(["раз;", "хвост"]);
    expect(findClause(text, "preamble")?.paragraphs).toHaveLength(2);
    expect(findClause(text, "4.5")).toBeNull();
    expect(contents(text)).toEqual([{ id: "4", number: "4", heading: "Права", depth: 0 }]);
  });

  it("takes a heading without number by its anchor", () => {
    const { text } = parsed("## Определения {#terms}\n\nСлово.");
    expect(findClause(text, "terms")?.heading).toBe("Определения");
  });

  it("does not take a number inside a sentence for a clause", () => {
    const { text } = parsed("## 1. А\n\n1.1. Срок\n2.5 года не прошёл.");
    expect(findClause(text, "1.1")?.paragraphs).toEqual(["Срок 2.5 года не прошёл."]);
  });

  it.each([
    ["no front matter at all", "## 1. А", { code: "edition.front_matter", line: 1 }],
    ["a line that is no pair", HEAD.replace("number: 1", "number 1"), { code: "edition.front_matter", line: 5 }],
    ["a key twice", HEAD.replace("number: 1", "slug: again"), { code: "edition.front_matter", line: 5 }],
    ["a kind we do not know", HEAD.replace("usage-rules", "leaflet"), { code: "edition.facts", path: "kind" }],
    [
      "a day that does not exist",
      HEAD.replace("2026-01-06", "2026-02-30"),
      { code: "edition.facts", path: "inForceFrom" },
    ],
    ["no text", HEAD, { code: "edition.empty" }],
    ["a number twice", `${HEAD}## 1. А\n\n1.1. а\n\n1.1. б`, { code: "edition.clause_repeated", clause: "1.1" }],
    ["a clause without its section", `${HEAD}## 1. А\n\n2.1. а`, { code: "edition.clause_orphan", clause: "2.1" }],
  ])("refuses %s", (_name, source, error) => {
    expect(parseEdition(source)).toEqual({ ok: false, error });
  });
});

describe("words in = words out", () => {
  const words = (text: string) => text.split(/\s+/).filter(Boolean);
  const body = (source: string) => words(source.slice(source.indexOf("\n---\n") + 5).replace(/^#+ /gm, ""));

  it.each(["license-bitrix24-market", "price-list", "usage-rules", "privacy-policy"])("%s", (slug) => {
    const source = readFileSync(`db/seed/documents/${slug}.ru.md`, "utf8");
    const result = parseEdition(source);
    if (!result.ok) throw new Error(JSON.stringify(result.error));
    expect(result.value.slug).toBe(slug);
    const out = words(canonicalText(result.value.text)).slice(words(result.value.text.title).length);
    expect(out).toEqual(body(source));
    expect(out.length).toBeGreaterThan(150);
  });

  it("holds for any paragraphs", () => {
    const word = fc.stringMatching(/^[а-яa-z0-9«»,—]{1,8}$/);
    const paragraph = fc.array(word, { minLength: 1, maxLength: 6 }).map((list) => list.join(" "));
    fc.assert(
      fc.property(fc.array(paragraph, { minLength: 1, maxLength: 5 }), (paragraphs) => {
        const source = `## 1. Раздел\n\n${paragraphs.map((text, at) => `1.${at + 1}. ${text}`).join("\n\n")}`;
        const { text } = parsed(source);
        expect(words(canonicalText(text))).toEqual(["Проба", ...words(source.replace("## ", ""))]);
      }),
    );
  });
});

describe("sha256 of the canonical text", () => {
  it("ignores layout and decomposed letters, sees every word and price", () => {
    const base = parsed("## 1. А\n\n1.1. первый район");
    expect(editionSha256(parsed("## 1. А\n\n\n1.1. первый \n район\n").text)).toBe(editionSha256(base.text));
    expect(editionSha256(parsed("## 1. А\n\n1.1. первый район".normalize("NFD")).text)).toBe(editionSha256(base.text));
    expect(editionSha256(parsed("## 1. А\n\n1.1. второй район").text)).not.toBe(editionSha256(base.text));
    const row = { product: "market-plus", months: 1, amount: 4900n } as const;
    expect(editionSha256(base.text, [row])).not.toBe(editionSha256(base.text, [{ ...row, amount: 4901n }]));
  });
});
