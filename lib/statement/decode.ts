import { err, ok, type Result } from "#/lib/result.ts";
import { atOnce, type Slices } from "./slices.ts";
import type { StatementRefusal } from "./statement.ts";

/** What a guess looks at: enough Cyrillic to tell three alphabets apart, never the whole of a large file. */
const SAMPLE = 64 * 1024;

const refuse = (found: string) => err({ code: "statement.encoding", params: { found } } as StatementRefusal);

const utf16 = (bytes: Uint8Array, label: "utf-16le" | "utf-16be"): Result<Encoding, StatementRefusal> => {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes("\0") ? refuse("NUL") : ok(label);
  } catch {
    return refuse(label.toUpperCase());
  }
};

type Encoding = "utf-16le" | "utf-16be" | "utf-8" | "windows-1251" | "ibm866";

/** What is decoded at once: some milliseconds of work. */
const PIECE = 512 * 1024;

/**
 * The text of bytes whose encoding is known, piece by piece: nobody holds the whole. A last character cut in the middle is no error
 * here: a cut file is told by its missing end.
 */
export function* piecesOf(bytes: Uint8Array, encoding: Encoding): Generator<string> {
  const decoder = new TextDecoder(encoding, { fatal: encoding === "utf-8" });
  for (let at = 0; at < bytes.length; at += PIECE)
    yield decoder.decode(bytes.subarray(at, at + PIECE), { stream: true });
}

/** Whether all of it is strict UTF-8. */
function* isUtf8(bytes: Uint8Array): Slices<boolean> {
  const pieces = piecesOf(bytes, "utf-8");
  for (let at = 0; ; at += PIECE) {
    try {
      if (pieces.next().done) return true;
    } catch {
      return false;
    }
    yield Math.min(1, at / bytes.length);
  }
}

/**
 * UTF-8 with a few broken bytes read as windows-1251 would turn every name into noise without a word. Real
 * windows-1251 almost never holds a valid UTF-8 pair, so many pairs beside a few errors mean a damaged UTF-8 file.
 */
function damagedUtf8(sample: Uint8Array): boolean {
  const text = new TextDecoder("utf-8").decode(sample);
  let broken = 0;
  let whole = 0;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === 0xfffd) broken++;
    else if (code > 0x7f) whole++;
  }
  return whole > 2 * broken;
}

/**
 * Letters lie at C0–FF in windows-1251 and at 80–AF, E0–EF in ibm866 (DOS): what stands in the shared rows says
 * nothing, what stands in the others decides. Ё and № weigh nothing.
 */
function looksDos(sample: Uint8Array): boolean {
  let windows = 0;
  let dos = 0;
  for (const byte of sample) {
    if (byte >= 0xc0 && byte <= 0xdf) windows++;
    else if (byte >= 0xf2) windows++;
    else if (byte >= 0x80 && byte <= 0xaf && byte !== 0xa8 && byte !== 0xab && byte !== 0xa0) dos++;
  }
  return dos > windows;
}

const declared = /^Кодировка=\s*(Windows|DOS|UTF-?8)/im;

/** Where the header's own key reads in Russian, that alphabet is right, whatever the header goes on to say. */
function byHeader(bytes: Uint8Array): "windows-1251" | "ibm866" | null {
  const head = bytes.subarray(0, 4096);
  for (const label of ["windows-1251", "ibm866"] as const)
    if (declared.test(new TextDecoder(label).decode(head))) return label;
  return null;
}

/** Bytes → text: BOM, strict UTF-8, then the header's word or the letters' (windows-1251, ibm866). NUL is refused. */
export function decodeStatement(bytes: Uint8Array): Result<string, StatementRefusal> {
  const encoding = atOnce(encodingOf(bytes));
  return encoding.ok ? ok([...piecesOf(bytes, encoding.value)].join("")) : encoding;
}

/** The encoding of which all bytes are text, with pauses. */
export function* encodingOf(bytes: Uint8Array): Slices<Result<Encoding, StatementRefusal>> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return utf16(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return utf16(bytes, "utf-16be");
  if (bytes.includes(0)) return refuse("NUL");
  if (yield* isUtf8(bytes)) return ok("utf-8");
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return refuse("UTF-8");
  const sample = bytes.subarray(0, SAMPLE);
  if (damagedUtf8(sample)) return refuse("UTF-8");
  return ok(byHeader(bytes) ?? (looksDos(sample) ? "ibm866" : "windows-1251"));
}
