import { byteOf, type SingleByte } from "./single-byte.ts";

/** What a repaired run may consist of: letters that people write here, marks of a text editor, bytes for another round. */
const PLAUSIBLE =
  /^[\u0400-\u045F\u0490-\u0493\u049A\u049B\u04A2\u04A3\u04AE-\u04B1\u04BA\u04BB\u04D8\u04D9\u04E8\u04E9\u0080-\u017F\u2010-\u2026\u2030\u2039\u203A\u20AC\u20BD\u2116\u2122\u200B-\u200D\u2192\u2212\uFEFF]+$/;

const strict = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true });

/** Letters → the bytes they were, read again as UTF-8; null where that gives nothing that anybody would have written. */
function reread(letters: string, label: SingleByte): string | null {
  const table = byteOf(label);
  const bytes = [...letters].map((letter) => table.get(letter) ?? -1);
  if (bytes.includes(-1)) return null;
  try {
    const text = strict.decode(Uint8Array.from(bytes));
    return PLAUSIBLE.test(text) ? text : null;
  } catch {
    return null;
  }
}

const some = (label: SingleByte, from: number, to: number) =>
  `[${[...byteOf(label)].flatMap(([letter, byte]) => (byte >= from && byte <= to ? [letter] : [])).join("")}]`;

/** Letters that are a lead byte of UTF-8 and as many continuation bytes as it asks for. */
function shape(label: SingleByte): string {
  const next = some(label, 0x80, 0xbf);
  return `${some(label, 0xc2, 0xdf)}${next}|${some(label, 0xe0, 0xef)}${next}{2}|${some(label, 0xf0, 0xf4)}${next}{3}`;
}

const WESTERN = new RegExp(shape("windows-1252"), "g");
const CYRILLIC = new RegExp(`(?:${shape("windows-1251")})+`, "g");
/** The bytes of quotes and dashes, E2 80 xx: a word of no language. */
const QUOTES = new RegExp(`вЂ${some("windows-1251", 0x80, 0xbf)}`, "g");
const CYRILLIC_LETTER = /\p{Script=Cyrillic}/u;

/** Two pairs or more, no part of a longer word: a single pair («раздел В») may be what it seems. */
function rereadWord(run: string, before: string, after: string): string | null {
  if (run.length < 4 || CYRILLIC_LETTER.test(before) || CYRILLIC_LETTER.test(after)) return null;
  return /^[а-яёА-ЯЁ]+$/.test(run) ? null : reread(run, "windows-1251");
}

/** Two pairs in a row, or the bytes of a quote: without either nothing is to be done. */
const SUSPECT = new RegExp(`(?:${shape("windows-1251")}){2}|${QUOTES.source}`);
const ORDINARY = /[а-яё]{3}/;

/** Whole words first; where a line has one, or nothing that reads in Russian, its short runs are wrong in the same way. */
function repairCyrillic(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const wordAt = (line: string) => (run: string, at: number) =>
    rereadWord(run, line[at - 1] ?? "", line[at + run.length] ?? "");
  const lines = text.split("\n").map((line) => {
    const word = wordAt(line);
    return { line, word, here: [...line.matchAll(CYRILLIC)].some((run) => word(run[0], run.index) !== null) };
  });
  const sure = lines.some(({ here }) => here);
  return lines
    .map(({ line, word, here }) => {
      const short = here || (sure && !ORDINARY.test(line));
      const repaired = line.replace(CYRILLIC, (run: string, at: number) =>
        short ? (reread(run, "windows-1251") ?? run) : (word(run, at) ?? run),
      );
      return repaired.replace(QUOTES, (mark) => reread(mark, "windows-1251") ?? mark);
    })
    .join("\n");
}

/**
 * Text that was UTF-8, read as windows-1252 or windows-1251 and stored again as UTF-8 ("Ð”Ð¾Ð³Ð¾Ð²Ð¾Ñ€", "Р”РѕРіРѕРІРѕСЂ").
 * Run by run, and only where the bytes are valid UTF-8 and give plausible letters; twice, for what went round twice.
 */
export function repairMojibake(text: string): string {
  let repaired = text;
  for (let round = 0; round < 2; round++) {
    const before = repaired;
    repaired = repairCyrillic(repaired.replace(WESTERN, (pair) => reread(pair, "windows-1252") ?? pair));
    if (repaired === before) break;
  }
  return repaired;
}

const STRIPPED: [RegExp, string][] = [
  [/(?<=[A-Za-z])â(?=(?:s|t|re|ll|ve|d|m)\b)/g, "’"],
  [/(?<=[\s(]|^)â(?=[A-Za-z][^â\n]{0,80}â)/gm, "“"],
  [/(?<=[A-Za-z.,)])â(?=[\s,.;:)]|$)/gm, "”"],
  [/(?<=\s)â(?=\s)/g, "–"],
];

/**
 * "âyouâ": the same, but the two invisible bytes of each quote were thrown away on the way, so only their place tells which
 * mark it was. For English text without any other accented letter; elsewhere â is a letter.
 */
export function repairStripped(text: string): string {
  if (!text.includes("â") || /[à-áã-ÿ\u0400-\u04FF]/i.test(text)) return text;
  return STRIPPED.reduce((all, [pattern, mark]) => all.replace(pattern, mark), text);
}
