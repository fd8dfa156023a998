import { inflateSync } from "node:zlib";

/**
 * The text of our own PDFs as a reader copies it, page by page: objects, fonts' ToUnicode maps, text operators.
 * Enough for what typst writes and we pack, so that no test depends on a tool of the machine.
 */
export function pdfPages(bytes: Uint8Array): string[] {
  const objects = readObjects(Buffer.from(bytes).toString("latin1"));
  const pages = [...objects.values()].filter((object) => /\/Type \/Page\b(?!s)/.test(object.head));
  return pages.map((page) => {
    const fonts = new Map<string, Map<string, string>>();
    for (const [, name = "", ref = ""] of page.head.matchAll(/\/(f\d+) (\d+) 0 R/g)) {
      const cmap = /\/ToUnicode (\d+) 0 R/.exec(objects.get(ref)?.head ?? "")?.[1] ?? "";
      fonts.set(name, readCmap(objects.get(cmap)?.stream ?? ""));
    }
    const contents = /\/Contents (\d+) 0 R/.exec(page.head)?.[1] ?? "";
    return readText(objects.get(contents)?.stream ?? "", fonts);
  });
}

/** Every object of the file without its streams, packed ones included. */
export const pdfHeads = (bytes: Uint8Array): string =>
  [...readObjects(Buffer.from(bytes).toString("latin1")).values()].map(({ head }) => head).join("\n");

/** Names of the fonts inside, without the subset's prefix. */
export const pdfFonts = (bytes: Uint8Array): string[] => {
  const names = pdfHeads(bytes).matchAll(/\/FontName \/(?:[A-Z]{6}\+)?([\w-]+)/g);
  return [...new Set([...names].map((match) => match[1] ?? ""))].toSorted();
};

type PdfObject = { head: string; stream: string };

function readObjects(source: string): Map<string, PdfObject> {
  const objects = new Map<string, PdfObject>();
  for (const [, id = "", body = ""] of source.matchAll(/(?:^|\n)(\d+) 0 obj\s(.*?)\sendobj/gs)) {
    const at = body.indexOf("stream\n");
    const head = at === -1 ? body : body.slice(0, at);
    const length = Number(/\/Length (\d+)/.exec(head)?.[1] ?? 0);
    const raw = at === -1 ? "" : body.slice(at + 7, at + 7 + length);
    const stream = head.includes("/FlateDecode") ? inflateSync(Buffer.from(raw, "latin1")).toString("latin1") : raw;
    objects.set(id, { head, stream });
    if (head.includes("/ObjStm"))
      for (const [inner, text] of packed(head, stream)) objects.set(inner, { head: text, stream: "" });
  }
  return objects;
}

/** The objects inside an object stream: pairs of number and place, then the bodies. */
function packed(head: string, stream: string): [id: string, body: string][] {
  const first = Number(/\/First (\d+)/.exec(head)?.[1] ?? 0);
  const pairs = [...stream.slice(0, first).matchAll(/(\d+) (\d+)/g)].map(
    ([, id = "", at = ""]) => [id, Number(at)] as const,
  );
  return pairs.map(([id, at], n) => [id, stream.slice(first + at, first + (pairs[n + 1]?.[1] ?? stream.length))]);
}

const bytesOf = (hex: string) => Buffer.from(hex, "hex").toString("latin1");
const utf16 = (hex: string) =>
  String.fromCharCode(...(hex.match(/.{4}/g) ?? []).map((unit) => Number.parseInt(unit, 16)));

function readCmap(cmap: string): Map<string, string> {
  const glyphs = new Map<string, string>();
  for (const [, block = ""] of cmap.matchAll(/beginbfchar(.*?)endbfchar/gs)) {
    for (const [, code = "", text = ""] of block.matchAll(/<(\w+)>\s*<(\w+)>/g)) glyphs.set(bytesOf(code), utf16(text));
  }
  return glyphs;
}

const ESCAPES: Record<string, string> = { n: "\n", r: "\r", t: "\t", b: "\b", f: "\f" };
const unescapeLiteral = (text: string) =>
  text.replace(/\\([0-7]{1,3}|[\s\S])/g, (_, code: string) =>
    /^\d/.test(code) ? String.fromCharCode(Number.parseInt(code, 8)) : (ESCAPES[code] ?? code),
  );

function readText(content: string, fonts: Map<string, Map<string, string>>): string {
  let font = new Map<string, string>();
  let text = "";
  const token = /\/(f\d+) [\d.]+ Tf|\(/g;
  for (let found = token.exec(content); found; found = token.exec(content)) {
    if (found[1] !== undefined) {
      font = fonts.get(found[1]) ?? font;
      continue;
    }
    const end = literalEnd(content, token.lastIndex);
    const codes = unescapeLiteral(content.slice(token.lastIndex, end)).match(/[\s\S]{2}/g) ?? [];
    text += codes.map((code) => font.get(code) ?? "").join("");
    token.lastIndex = end + 1;
  }
  return text;
}

/** A literal string may hold balanced parentheses unescaped. */
function literalEnd(content: string, start: number): number {
  let depth = 1;
  for (let at = start; at < content.length; at += 1) {
    if (content[at] === "\\") at += 1;
    else if (content[at] === "(") depth += 1;
    else if (content[at] === ")" && --depth === 0) return at;
  }
  return content.length;
}
