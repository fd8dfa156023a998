import { describe, expect, it } from "vitest";

import type { Refusal } from "#/lib/action-result.ts";
import { errorWords, locales, rooms } from "#/lib/messages/messages.ts";
import { importDocument } from "./import-document.ts";
import { IMPORT_MAX_BYTES, type ImportRefusal } from "./imported.ts";
import { documents, supplyDocx } from "./testing/documents.ts";
import { docx, p, zip } from "./testing/docx.ts";

/** One of each: the compiler keeps the list complete. */
const refusals: { [C in ImportRefusal["code"]]: Extract<ImportRefusal, { code: C }>["params"] } = {
  "import.empty": undefined,
  "import.too_large": { bytes: 20_000_000, limit: IMPORT_MAX_BYTES },
  "import.unsupported": { found: "PDF" },
  "import.encoding": { found: "NUL" },
  "import.damaged": { found: "word/document.xml" },
  "import.bomb": { found: "word/document.xml" },
  "import.no_text": undefined,
  "import.words_lost": { words: 2, example: "договор" },
};

const utf8 = (text: string) => new TextEncoder().encode(text);
const XXE =
  '<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><w:document xmlns:w="w"><w:body><w:p><w:r><w:t>&a;</w:t></w:r></w:p></w:body></w:document>';
const binary = Uint8Array.from({ length: 4000 }, (_, at) => (at * 7919) % 256);
const longest = `<w:p>${"<w:x>".repeat(1000)}${"</w:x>".repeat(1000)}</w:p>`;

describe("what is no document is refused by name", () => {
  it.each<[string, Uint8Array, ImportRefusal]>([
    ["nothing", new Uint8Array(), { code: "import.empty" }],
    ["spaces", utf8(" \n\t\n "), { code: "import.empty" }],
    ["a BOM alone", Uint8Array.of(0xef, 0xbb, 0xbf), { code: "import.empty" }],
    [
      "20 MB of one line",
      new Uint8Array(20_000_000).fill(97),
      { code: "import.too_large", params: { bytes: 20_000_000, limit: IMPORT_MAX_BYTES } },
    ],
    ["a PDF", utf8("%PDF-1.7\n%âãÏÓ"), { code: "import.unsupported", params: { found: "PDF" } }],
    [
      "an old Word file",
      Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1),
      { code: "import.unsupported", params: { found: "DOC, XLS" } },
    ],
    [
      "a page saved as one archive",
      utf8("From: <Saved>\nMIME-Version: 1.0\nContent-Type: multipart/related;\n\tboundary=x\n\n"),
      { code: "import.unsupported", params: { found: "MHTML" } },
    ],
    ["binary", binary, { code: "import.encoding", params: { found: "NUL" } }],
    [
      "half a character of UTF-16",
      Uint8Array.of(0xff, 0xfe, 0x41),
      { code: "import.encoding", params: { found: "UTF-16LE" } },
    ],
    [
      "a ZIP of something else",
      zip({ "xl/workbook.xml": "<a/>" }),
      { code: "import.unsupported", params: { found: "ZIP" } },
    ],
    ["half a DOCX", supplyDocx().slice(0, 900), { code: "import.damaged", params: { found: "ZIP" } }],
    ["a DOCX with a broken byte", broken(), { code: "import.damaged", params: { found: "ZIP" } }],
    [
      "a DOCX whose XML is cut",
      zip({ "word/document.xml": "<w:document><w:body><w:p>" }),
      { code: "import.damaged", params: { found: "word/document.xml" } },
    ],
    [
      "a DOCX with an entity of its own",
      zip({ "word/document.xml": XXE }),
      { code: "import.damaged", params: { found: "word/document.xml" } },
    ],
    [
      "a DOCX deeper than any document",
      docx(longest),
      { code: "import.damaged", params: { found: "word/document.xml" } },
    ],
    [
      "a bomb that says what it is",
      zip({ "word/document.xml": "a".repeat(30_000_000) }),
      { code: "import.bomb", params: { found: "word/document.xml" } },
    ],
    [
      "a bomb that lies",
      zip({ "word/document.xml": "a".repeat(30_000_000) }, { "word/document.xml": 5000 }),
      { code: "import.damaged", params: { found: "ZIP" } },
    ],
    [
      "a bomb of entries",
      zip(Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}`, ""]))),
      { code: "import.bomb", params: { found: "2001" } },
    ],
    ["a DOCX without a word", docx(p("")), { code: "import.no_text" }],
    [
      "a page without a word",
      utf8("<!doctype html><html><body><script>1</script></body></html>"),
      { code: "import.no_text" },
    ],
    [
      "a page nested without end",
      utf8(`<html><body>${"<div>".repeat(5000)}текст`),
      { code: "import.damaged", params: { found: "HTML" } },
    ],
  ])("%s", async (_, bytes, refusal) => {
    expect(await importDocument(bytes, "договор.docx")).toEqual({ ok: false, error: refusal });
  });

  it("an entity of a page's own doctype stays what it is: letters", async () => {
    const page = utf8(
      `<!DOCTYPE html [<!ENTITY a SYSTEM "file:///etc/passwd">]><html><body><h1>Договор</h1><p>Текст &a; договора не зависит от файлов.</p></body></html>`,
    );
    const read = await importDocument(page, "a.html");
    expect(JSON.stringify(read)).toContain("Текст &a; договора");
    expect(JSON.stringify(read)).not.toContain("root:");
  });
});

function broken(): Uint8Array {
  const bytes = supplyDocx();
  bytes.fill(255, 120, 180);
  return bytes;
}

it("is any action's refusal as well, so an upload answers with it as it is", () => {
  const one: ImportRefusal = { code: "import.empty" };
  const refusal: Refusal = one;
  expect(refusal).toBe(one);
});

describe.each(locales)("in %s", (locale) => {
  it("every refusal has a sentence that says all its parameters, and no sentence is left over", () => {
    const words = errorWords(locale);
    const written = Object.keys(rooms.errors[locale].import).map((key) => `import.${key}`);
    expect(written.sort()).toEqual(Object.keys(refusals).sort());
    for (const [code, params] of Object.entries(refusals)) {
      const said = words(code, params).replace(/[\s,\u00A0]/g, "");
      expect(said).not.toContain(code);
      for (const value of Object.values(params ?? {})) expect(said).toContain(String(value).replace(/[\s,]/g, ""));
    }
  });
});

describe("the name says nothing", () => {
  it.each([
    ["terms.html", "договор.docx"],
    ["supply.docx", "a.txt"],
    ["export.md", "page.html"],
  ])("%s called %s is read as what it is", async (name, called) => {
    const bytes = documents()[name] as Uint8Array;
    expect(await importDocument(bytes, called)).toEqual(await importDocument(bytes, name));
  });
});
