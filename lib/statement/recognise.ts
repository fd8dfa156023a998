import { err, ok, type Result } from "#/lib/result.ts";
import { type StatementRefusal, SUPPORTED } from "./statement.ts";

/** Files people take for statements, by their first bytes. XLSX and DOCX are ZIP inside. */
const MAGIC: [name: string, bytes: number[]][] = [
  ["JPEG", [0xff, 0xd8, 0xff]],
  ["PNG", [0x89, 0x50, 0x4e, 0x47]],
  ["GIF", [0x47, 0x49, 0x46, 0x38]],
  ["TIFF", [0x49, 0x49, 0x2a, 0x00]],
  ["PDF", [0x25, 0x50, 0x44, 0x46]],
  ["ZIP (XLSX, DOCX)", [0x50, 0x4b, 0x03, 0x04]],
  ["ZIP", [0x50, 0x4b, 0x05, 0x06]],
  ["XLS, DOC", [0xd0, 0xcf, 0x11, 0xe0]],
  ["RAR", [0x52, 0x61, 0x72, 0x21]],
  ["7z", [0x37, 0x7a, 0xbc, 0xaf]],
  ["GZIP", [0x1f, 0x8b]],
  ["RTF", [0x7b, 0x5c, 0x72, 0x74, 0x66]],
];

const unknown = (found: string) =>
  err({ code: "statement.unknown_format", params: { found, supported: SUPPORTED } } as StatementRefusal);

/** Refuses what is no text at all, by name; null lets the file through to the decoder. */
export function binaryKind(bytes: Uint8Array): StatementRefusal | null {
  const found = MAGIC.find(([, magic]) => magic.every((byte, at) => bytes[at] === byte));
  return found ? unknown(found[0]).error : null;
}

export type Recognised = "client-bank" | "1c-exchange" | "mt940" | "camt-053";

/** The sisters of camt.053 (a report, a notice) prove no balance, so they are no statement. */
const xmlName = (head: string) => /camt\.05\d/.exec(head)?.[0] ?? "XML";

/** By content, never by extension. The first line with anything on it decides. */
export function recognise(text: string): Result<Recognised, StatementRefusal> {
  const head = text.slice(0, 8192).replace(/^[\uFEFF\s]+/, "");
  if (head === "") return text.trim() === "" ? err({ code: "statement.empty" }) : unknown("?");
  if (/^\*{3,}[ \t]*\^Type=/.test(head)) return ok("client-bank");
  if (/^1[CС]ClientBankExchange\s*(?:\n|$)/.test(head)) return ok("1c-exchange");
  if (/^<(?:!doctype|html)/i.test(head)) return unknown("HTML");
  if (head.startsWith("<")) return /<(?:\w+:)?BkToCstmrStmt[\s>/]/.test(head) ? ok("camt-053") : unknown(xmlName(head));
  if (/^(?:\{1:|:20:)/.test(head)) return /^:60[FM]:/m.test(head) ? ok("mt940") : unknown("SWIFT MT");
  return unknown((head.split(/\r?\n/, 1)[0] as string).slice(0, 40));
}
