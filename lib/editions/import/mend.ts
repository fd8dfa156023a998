import type { Notes } from "./imported.ts";
import { repairMojibake, repairStripped } from "./mojibake.ts";

/** The two last are our own marks below: what a file has of them is nothing that anybody sees. */
const INVISIBLE = /[\u00AD\u200B-\u200D\u2060\uFEFF\uE000\uE001]/g;
const SPACES = /[\u0085\u00A0\u1680\u2000-\u200A\u202F\u205F\u3000]/g;
// biome-ignore lint/suspicious/noControlCharactersInRegex: controls are what this is about; the tab, line feed and form feed stay.
const CONTROLS = /[\u0000-\u0008\u000B\u000E-\u001F\u007F-\u009F]/g;

/** Letters only: double encoding undone, what nobody sees taken out, every space an ordinary one. */
export const mendLetters = (text: string): string =>
  repairStripped(repairMojibake(text)).replace(INVISIBLE, "").replace(SPACES, " ").replace(CONTROLS, "");

const NAMED: Record<string, string> = {
  ...{ amp: "&", lt: "<", gt: ">", quot: '"', apos: "'", nbsp: " ", laquo: "«", raquo: "»", ndash: "–", mdash: "—" },
  ...{
    ldquo: "“",
    rdquo: "”",
    lsquo: "‘",
    rsquo: "’",
    bdquo: "„",
    hellip: "…",
    copy: "©",
    reg: "®",
    sect: "§",
    shy: "",
  },
};

const entity = (whole: string, name: string): string => {
  if (!name.startsWith("#")) return Object.hasOwn(NAMED, name) ? (NAMED[name] as string) : whole;
  const code = /^#x/i.test(name) ? Number.parseInt(name.slice(2), 16) : Number(name.slice(1));
  return code > 31 && code < 0x110000 && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : whole;
};

/** A whole text file: line ends, letters, entities and broken words, each line noted; the lines keep their places. */
export function mendFile(source: string, notes: Notes): string {
  const before = source.replace(/\r\n?|[\u2028\u2029]/g, "\n").split("\n");
  const after = mendLetters(before.join("\n"))
    .replace(/&(#x[\da-f]{1,6}|#\d{1,7}|[a-z]{2,6});/gi, entity)
    .split("\n");
  after.forEach((line, at) => {
    const was = before[at] as string;
    if (line !== was) notes.guess(ruleOf(was, line), at + 1, was.trim(), line.trim());
  });
  return joinBroken(openWords(after, notes).join("\n"), notes);
}

const INSIDE_WORD = /(?<![\\*])(\*{1,3})(?=[\p{L}\p{N}])([^*\n]{1,200}?)(?<=[\p{L}\p{M}\p{N}])\1(?!\*)/gu;

/** Emphasis of a part of a word ("**Лицензиар**а"): without its marks it is one word, so it goes before words are counted. */
const openWords = (lines: string[], notes: Notes): string[] =>
  lines.map((line, at) => {
    if (!line.includes("*")) return line;
    const opened = line.replace(INSIDE_WORD, (whole: string, _: string, inside: string, from: number) => {
      const joins = /[\p{L}\p{M}]$/u.test(line.slice(0, from)) || /^\p{Ll}/u.test(line.slice(from + whole.length));
      return joins ? inside : whole;
    });
    if (opened !== line) notes.guess("emphasis", at + 1, line, opened);
    return opened;
  });

/** What changed a piece of text: only what nobody sees, an entity, or the letters themselves. */
export function ruleOf(before: string, after: string): "invisible" | "entity" | "mojibake" {
  const seen = (text: string) => text.replace(INVISIBLE, "").replace(SPACES, " ").replace(CONTROLS, "");
  return seen(before) === after ? "invisible" : /&#?\w+;/.test(before) ? "entity" : "mojibake";
}

/** At the end of a line that took the end of its last word from the next one. */
export const GOES_ON = "\uE001";

/** A word broken at a line's end. The next line must go on in small letters; "одно- и двухэтажный" stays as it is. */
const BROKEN =
  /(?<=\p{L})-[ \t]*\n[ \t]*(?!(?:и|или|либо|і|або|and|or|және|немесе)[\s,])(\p{Ll}[\p{L}\p{M}]*\S*)[ \t]*/gu;

function joinBroken(text: string, notes: Notes): string {
  if (!/-[ \t]*\n/.test(text)) return text;
  // "из-за" broken at its own hyphen: elsewhere in the text it stands whole.
  const whole = new Set(text.toLowerCase().match(/\p{L}+-\p{L}+/gu));
  return text
    .replace(BROKEN, (_, rest: string) => `\uE000${rest}${GOES_ON}\n`)
    .split("\n")
    .map((line, at) =>
      line.replace(/(\p{L}+)\uE000(\p{L}+)/gu, (_, head: string, tail: string) => {
        const word = whole.has(`${head}-${tail}`.toLowerCase()) ? `${head}-${tail}` : head + tail;
        notes.guess("hyphen", at + 1, `${head}-\n${tail}`, word);
        return word;
      }),
    )
    .join("\n");
}
