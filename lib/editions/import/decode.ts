import { err, ok, type Result } from "#/lib/result.ts";
import type { ImportRefusal, Notes } from "./imported.ts";
import { SINGLE_BYTE, type SingleByte } from "./single-byte.ts";

const SAMPLE = 256 * 1024;
const refuse = (found: string) => err({ code: "import.encoding", params: { found } } as ImportRefusal);

/** Bytes → text: BOM, UTF-16 by its zeros, strict UTF-8, the page's own word, then the letters' frequencies. */
export function decode(bytes: Uint8Array, notes: Notes): Result<string, ImportRefusal> {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return wide(bytes, "utf-16le");
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return wide(bytes, "utf-16be");
  const zeros = zerosOf(bytes.subarray(0, SAMPLE));
  if (zeros) {
    const text = wide(bytes, zeros);
    if (text.ok) notes.guess("encoding", 1, "", zeros);
    return text;
  }
  if (bytes.includes(0)) return refuse("NUL");
  const text = strict(bytes);
  if (text !== null) return ok(text);
  const loose = damaged(bytes, notes);
  if (loose !== null) return ok(loose);
  const label = declared(bytes) ?? mostLikely(bytes.subarray(0, SAMPLE));
  notes.guess("encoding", 1, "", label);
  return ok(new TextDecoder(label).decode(bytes));
}

function strict(bytes: Uint8Array): string | null {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

function wide(bytes: Uint8Array, label: "utf-16le" | "utf-16be"): Result<string, ImportRefusal> {
  try {
    const text = new TextDecoder(label, { fatal: true }).decode(bytes);
    return text.includes("\0") ? refuse("NUL") : ok(text);
  } catch {
    return refuse(label.toUpperCase());
  }
}

/** Without a BOM: Latin letters and line ends have a zero beside them, Cyrillic has 04. */
function zerosOf(sample: Uint8Array): "utf-16le" | "utf-16be" | null {
  let [even, odd] = [0, 0];
  for (let at = 0; at + 1 < sample.length; at += 2) {
    const [first, second] = [sample[at] as number, sample[at + 1] as number];
    if (first === 0 || first === 4) even++;
    if (second === 0 || second === 4) odd++;
  }
  const pairs = sample.length / 2;
  if (!sample.includes(0) || pairs < 4) return null;
  return odd > pairs * 0.8 && even < pairs * 0.2
    ? "utf-16le"
    : even > pairs * 0.8 && odd < pairs * 0.2
      ? "utf-16be"
      : null;
}

/**
 * UTF-8 with a few broken bytes (a cut copy, a bad disk). Another alphabet almost never holds a valid pair, so many pairs
 * beside a few errors mean UTF-8. Broken bytes at the very beginning go: they are the rest of the letter that was cut off.
 */
function damaged(bytes: Uint8Array, notes: Notes): string | null {
  const text = new TextDecoder("utf-8").decode(bytes);
  const broken = text.match(/\uFFFD/g)?.length ?? 0;
  const whole = text.match(/[\u0080-\uFFFC]/g)?.length ?? 0;
  if (whole <= 4 * broken) return null;
  const cut = text.replace(/^\uFFFD+/, "");
  cut.split("\n").forEach((line, at) => {
    if (line.includes("\uFFFD")) notes.guess("broken-bytes", at + 1, line.trim(), line.trim());
  });
  if (cut.length < text.length) notes.guess("broken-bytes", 1, text.slice(0, text.length - cut.length), "");
  return cut;
}

/** What a page says of itself in its first kilobytes. */
function declared(bytes: Uint8Array): SingleByte | null {
  const head = new TextDecoder("windows-1252").decode(bytes.subarray(0, 4096));
  const name = /<meta[^>]+charset\s*=\s*["']?\s*([\w-]+)/i.exec(head)?.[1]?.toLowerCase();
  return SINGLE_BYTE.find((label) => label === name || label.replace("windows-", "cp") === name) ?? null;
}

/**
 * The alphabet in which most letters are ordinary: small Cyrillic ones count, capitals inside a word and signs beside
 * letters speak against (KOI8 and windows-1251 swap the case of each other, DOS has frames where they have letters).
 */
function mostLikely(sample: Uint8Array): SingleByte {
  const scores = SINGLE_BYTE.map((label) => {
    const text = new TextDecoder(label).decode(sample);
    const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
    const good = label === "windows-1252" ? count(/[“”’–—©®]/g) + count(/[a-z][à-ÿ][a-z]/g) : count(/[а-яё]/g);
    const often = count(/[оеаинтс]/g);
    const bad = count(/[а-яё][А-ЯЁ]/g) * 3 + count(/[\u0080-\u009F\u2500-\u25A0]/g) * 2 + count(/[À-ÿ]{3}/g) * 2;
    return { label, score: good + often - bad };
  });
  return scores.toSorted((a, b) => b.score - a.score)[0]!.label;
}
