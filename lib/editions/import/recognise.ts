import { err, ok, type Result } from "#/lib/result.ts";
import type { Format, ImportRefusal } from "./imported.ts";

/** Files that are no text, by their first bytes. */
const MAGIC: [name: string, bytes: number[]][] = [
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ["DOC, XLS", [0xd0, 0xcf, 0x11, 0xe0]],
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
  ["TIFF", [0x49, 0x49, 0x2a, 0x00]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["GZIP", [0x1f, 0x8b]],
  ["ZIP", [0x50, 0x4b, 0x05, 0x06]],
];

const starts = (bytes: Uint8Array, magic: number[]) => magic.every((byte, at) => bytes[at] === byte);
const unsupported = (found: string) => err({ code: "import.unsupported", params: { found } } as ImportRefusal);

/** By the bytes alone. Null: some text, to be decoded before anything more is said. */
export function recogniseBytes(bytes: Uint8Array): Result<"docx" | null, ImportRefusal> {
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return ok("docx");
  const found = MAGIC.find(([, magic]) => starts(bytes, magic));
  return found ? unsupported(found[0]) : ok(null);
}

const HTML = /<(?:!doctype\s+html|html|head|body|main|article|div|p|h[1-6]|section|table|ul|ol)[\s>]/gi;

/** By the text, never by the name: a saved page may be called .txt, and Markdown may hold a tag or two. */
export function recogniseText(text: string): Result<Exclude<Format, "docx">, ImportRefusal> {
  const head = text.slice(0, 4096).trimStart();
  if (/^(?:from|mime-version|content-type|date|subject):.*\n/i.test(head) && /\bmultipart\/related\b/i.test(head))
    return unsupported("MHTML");
  if (/^<\?xml/i.test(head) && !/<html[\s>]/i.test(head)) return unsupported("XML");
  if (/^(?:<!--[\s\S]*?-->\s*)*<(?:!doctype\s+html|html|head|body)[\s>]/i.test(head)) return ok("html");
  const sample = text.slice(0, 200_000);
  const tags = sample.match(HTML)?.length ?? 0;
  const lines = sample.split("\n", 4000).filter((line) => line.trim() !== "").length;
  return ok(head.startsWith("<") ? (tags >= 2 ? "html" : "text") : tags >= 10 && tags * 2 > lines ? "html" : "text");
}
