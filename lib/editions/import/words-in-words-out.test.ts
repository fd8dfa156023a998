import fc from "fast-check";
import { expect, it } from "vitest";

import { walk } from "../edition.ts";
import { importDocument } from "./import-document.ts";
import { documents } from "./testing/documents.ts";
import { docx, p, zip } from "./testing/docx.ts";

const files = Object.values(documents());
const texts = Object.entries(documents())
  .filter(([name]) => /\.(?:txt|md|html)$/.test(name) && !/cp1251|koi8|dos|utf16/.test(name))
  .map(([, bytes]) => new TextDecoder().decode(bytes).split("\n"));

/** Never an accident, and where there is a document, not a word too few or too many. */
async function judge(bytes: Uint8Array, limit = 3000): Promise<boolean> {
  const started = performance.now();
  const read = await importDocument(bytes, "file");
  expect(performance.now() - started).toBeLessThan(limit);
  if (!read.ok) {
    expect(read.error.code).toMatch(/^import\.[a-z_]+$/);
    // The balance is our own promise: no file may break it.
    expect(read.error).not.toMatchObject({ code: "import.words_lost" });
    return false;
  }
  const { text, wordsIn, wordsOut, dropped } = read.value;
  expect(wordsIn).toBe(wordsOut + dropped.reduce((sum, { words }) => sum + words, 0));
  const ids = [...walk(text.clauses)].map(({ clause }) => clause.id);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.every((id) => id !== "" && !/\s/.test(id))).toBe(true);
  return true;
}

const SNIPPETS =
  "1.|1.1.|3.4|(a)|(i)|а)|1)|§ 3|Статья 5.|Article 2|**|__|`|*|- |# |## |===|---|| a | b ||[x](https://a.example)|![x](y)|[x]: z|<b>|</div>|<table><tr><td>|<nav>|&nbsp;|&#1073;|\u00ad|\u200b|\u00a0|-|\t|\f|12|стр. 2|©|Войти|УТВЕРЖДЕНО|ДОГОВОР|договор-|вор и|â|Ð”|Р”Рѕ|«Слово» – это|\\.|\\_|\uE000|\uFFFD|…|\r\n|\n\n".split(
    "|",
  );

const change = fc.record({
  at: fc.nat(),
  cut: fc.oneof(fc.constant(0), fc.integer({ min: 1, max: 5 })),
  put: fc.array(
    fc
      .array(fc.oneof(fc.constantFrom(...SNIPPETS), fc.string({ unit: "binary", maxLength: 6 })), { maxLength: 5 })
      .map((all) => all.join("")),
    { maxLength: 4 },
  ),
  within: fc.nat(),
});

it("documents of every origin, torn and patched line by line", async () => {
  let taken = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...texts),
      fc.array(change, { minLength: 1, maxLength: 25 }),
      async (lines, changes) => {
        // A window of the document: the mistakes of structure are the same, and many more are tried.
        const from = (changes[0]?.within ?? 0) % lines.length;
        const made = lines.slice(from, from + 60);
        for (const { at, cut, put, within } of changes) {
          const line = at % (made.length + 1);
          made.splice(line, cut, ...put);
          const inside = made[line];
          if (inside)
            made[line] =
              inside.slice(0, within % (inside.length + 1)) +
              (put[0] ?? "") +
              inside.slice(within % (inside.length + 1));
        }
        if (await judge(new TextEncoder().encode(made.join("\n")))) taken++;
      },
    ),
    { numRuns: 1500 },
  );
  expect(taken).toBeGreaterThan(1000);
}, 120_000);

it("bytes flipped, cut and put in", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.constantFrom(...files),
      fc.array(fc.record({ at: fc.nat(), cut: fc.nat({ max: 40 }), put: fc.uint8Array({ maxLength: 8 }) }), {
        minLength: 1,
        maxLength: 6,
      }),
      async (bytes, changes) => {
        let made = Buffer.from(bytes);
        for (const { at, cut, put } of changes) {
          const place = at % (made.length + 1);
          made = Buffer.concat([made.subarray(0, place), put, made.subarray(place + cut)]);
        }
        await judge(made);
      },
    ),
    { numRuns: 400 },
  );
}, 120_000);

it("bytes that were never anything", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 1500 }), async (bytes) => {
      await judge(bytes);
    }),
    { numRuns: 600 },
  );
});

it("Word documents with any text in any part", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        fc.string({ maxLength: 40 }).map((text) => text.replace(/[^\t\n\r\u0020-\uD7FF]/g, "")),
        { maxLength: 8 },
      ),
      fc.string({ maxLength: 60 }),
      async (paragraphs, part) => {
        await judge(docx(paragraphs.map((text) => p(`<w:r><w:t>${text.replace(/[<&>]/g, "")}</w:t></w:r>`)).join("")));
        await judge(docx(p("Договор"), { parts: { "word/numbering.xml": part } }));
        await judge(zip({ "word/document.xml": part }));
      },
    ),
    { numRuns: 150 },
  );
});

it.each([
  ["a megabyte of one line", "a ".repeat(500_000)],
  ["a million empty lines", "\n".repeat(1_000_000)],
  ["brackets only", "[".repeat(500_000)],
  ["half-links", "[a](".repeat(100_000)],
  ["stars", "*a".repeat(200_000)],
  [
    "twenty thousand clauses",
    Array.from({ length: 20_000 }, (_, at) => `${Math.floor(at / 300) + 1}.${(at % 300) + 1}. Пункт`).join("\n"),
  ],
  ["twenty thousand lines that repeat", "Пункт договора\n\n".repeat(20_000)],
  ["broken words", "дого-\nвор ".repeat(30_000)],
  ["numbers of pages", Array.from({ length: 10_000 }, (_, at) => `${at + 1}${"\n".repeat(11)}`).join("")],
  ["spoilt letters", "Ð”Ð¾ Р”Рѕ ".repeat(50_000)],
  ["tags", "<p><b>".repeat(10_000)],
])("%s is read or refused in time", { timeout: 30_000 }, async (_, text) => {
  await judge(new TextEncoder().encode(text), 10_000);
});
