import type { Block, Notes, Read } from "./imported.ts";
import { readInline } from "./inline.ts";
import { GOES_ON, mendFile } from "./mend.ts";
import { endsInReference, isCapitals, markOf } from "./number.ts";
import { cutPageFurniture } from "./page-furniture.ts";
import { countWords } from "./words.ts";

type Line = { at: number; raw: string; kind: Block["kind"] | "blank"; level: number; indent: number; goesOn: boolean };

/** Plain text and Markdown alike: people paste one into the other, so both are read at once. */
export function readLines(source: string, notes: Notes): Read {
  const whole = mendFile(source, notes);
  const lines = whole.split("\n");
  cutPageFurniture(lines, notes);
  const name = cutFrontMatter(lines, notes);
  const read = classify(lines, notes);
  const width = wrapWidth(read);
  const groups = grouped(read, width, notes);
  return { blocks: groups.flatMap((group) => block(group, notes)), seen: [whole], name };
}

const EXPORT = /^(?:Title|URL Source|Published Time|Markdown Content):(?:\s|$)/;

/** The head that exporters put before the page: kept apart, its title remembered. */
function cutFrontMatter(lines: string[], notes: Notes): string | null {
  let name: string | null = null;
  const cut = (from: number, to: number, reason: "front-matter" | "export-header") => {
    for (let at = from; at <= to; at++) {
      const line = (lines[at] as string).trim();
      name ??= /^title:\s*["']?(.+?)["']?$/i.exec(line)?.[1] ?? null;
      if (line !== "" && countWords(line) > 0) notes.drop(reason, at + 1, line);
      lines[at] = "";
    }
  };
  const first = lines.findIndex((line) => line.trim() !== "");
  if (lines[first]?.trim() === "---") {
    const end = lines.slice(first + 1, first + 60).findIndex((line) => line.trim() === "---");
    const inside = lines.slice(first + 1, first + 1 + end).filter((line) => line.trim() !== "");
    if (end > 0 && inside.every((line) => /^\s*(?:[\w-]+:|- |#)/.test(line)))
      cut(first, first + 1 + end, "front-matter");
  }
  const head = lines.slice(0, 20).map((line) => EXPORT.test(line.trim()));
  if (head.filter(Boolean).length >= 2) for (const [at, is] of head.entries()) if (is) cut(at, at, "export-header");
  return name;
}

function classify(lines: string[], notes: Notes): Line[] {
  return lines.map((source, at): Line => {
    const goesOn = source.endsWith(GOES_ON);
    const raw = source.replace(GOES_ON, "").replace(/^(?:[ \t]*>)+[ \t]?/, "");
    const text = raw.trim();
    const indent = raw.length - raw.trimStart().length;
    const line = (kind: Line["kind"], body = text, level = 0): Line => ({ at, raw: body, kind, level, indent, goesOn });
    if (text === "" || /^(?:[-*_=~#+]\s*){3,}$/.test(text) || /^\|?(?:\s*:?-{2,}:?\s*\|)+\s*:?-*:?\s*$/.test(text))
      return line("blank", "");
    const fence = /^(?:```+|~~~+)\s*(.*)$/.exec(text);
    if (fence) {
      if (fence[1]) notes.drop("code-fence", at + 1, fence[1]);
      return line("blank", "");
    }
    if (/^\[[^\]]{1,200}\]:\s+\S+/.test(text)) {
      notes.drop("link-definition", at + 1, text);
      return line("blank", "");
    }
    const heading = /^(#{1,6})\s+(.*?)\s*#*$/.exec(text);
    if (heading) return line("heading", heading[2], (heading[1] as string).length);
    const under = lines[at + 1]?.trim() ?? "";
    if (
      /^(?:={3,}|-{3,})$/.test(under) &&
      text.length <= 120 &&
      (lines[at - 1] ?? "").trim() === "" &&
      !/^[-*+•|]/.test(text)
    )
      return line("heading", text, under.startsWith("=") ? 1 : 2);
    if (/^\|.*\|$/.test(text))
      return line(
        "row",
        text
          .replace(/^\||\|$/g, "")
          .replace(/\s*(?<!\\)\|\s*/g, " | ")
          .trim(),
      );
    if (/\t/.test(text) && !markOf(text.replace(/\t+/g, " "))) return line("row", text.replace(/\s*\t\s*/g, " | "));
    const item = /^(?:[*+•▪▫◦●○‣⁃·-]|[–—](?=\s))\s+(\S.*)$/.exec(text);
    if (item) return line("item", item[1], Math.floor(indent / 2));
    return line("text", text.replace(/[ \t]+/g, " "));
  });
}

/** The column at which lines were broken, 0 where every line is a paragraph of its own. */
function wrapWidth(lines: Line[]): number {
  const lengths = lines
    .filter(({ kind }, at) => kind === "text" && lines[at + 1]?.kind === "text")
    .map(({ raw }) => raw.length)
    .sort((a, b) => a - b);
  const width = lengths[Math.floor(lengths.length * 0.95)] ?? 0;
  const full = lengths.filter((length) => length > width * 0.8).length;
  return lengths.length >= 5 && width >= 40 && width <= 160 && full >= lengths.length * 0.4 ? width : 0;
}

const TYPED = /^(?:\*\*|__|\\)*/;
const typed = (raw: string) => markOf(raw.replace(TYPED, "").replace(/\\(?=[.)])/g, ""));

/** Whether the next line goes on with the paragraph: its first word would not have fitted on this one. */
function goesOn(line: Line, next: Line, width: number): boolean {
  if (next.kind !== "text" || (line.kind !== "text" && line.kind !== "item")) return false;
  if (line.goesOn) return true;
  if (typed(next.raw)?.closed) return endsInReference(line.raw, width > 0);
  if (width === 0) return false;
  if (isCapitals(next.raw) !== isCapitals(line.raw)) return false;
  const fits = line.indent + line.raw.length + 1 + (next.raw.split(" ", 1)[0] as string).length <= width * 0.95;
  return !fits || /^\p{Ll}/u.test(next.raw);
}

function grouped(lines: Line[], width: number, notes: Notes): Line[][] {
  const groups: Line[][] = [];
  let blank = true;
  for (const line of lines) {
    if (line.kind === "blank") {
      // The line whose only word went up to the one before it parts nothing.
      blank ||= !lines[line.at - 1]?.goesOn;
      continue;
    }
    const last = groups.at(-1);
    const before = last?.at(-1);
    if (last && before && (blank ? tornApart(last, line) : goesOn(before, line, width))) {
      if (blank || last.length === 1)
        notes.guess(
          blank ? "joined-paragraph" : "wrapped-lines",
          before.at + 1,
          `${before.raw}\n${line.raw}`,
          `${before.raw.slice(-60)} ${line.raw.slice(0, 60)}`,
        );
      last.push(line);
    } else groups.push([line]);
    blank = false;
  }
  return groups;
}

/** A paragraph torn by a page's end: it stops in the middle of a sentence, and the next one begins in small letters. */
function tornApart(group: Line[], next: Line): boolean {
  const text = group.map(({ raw }) => raw).join(" ");
  if (next.kind !== "text" || group[0]?.kind !== "text" || text.length < 60 || typed(next.raw)) return false;
  return /\s\p{L}+,?$/u.test(text) && /^\p{Ll}\p{L}*[\s,.;]/u.test(next.raw);
}

function block(group: Line[], notes: Notes): Block[] {
  const [first] = group as [Line];
  const { text, linked, links, cut } = readInline(group.map(({ raw }) => raw).join(" "));
  for (const [reason, piece] of cut) if (countWords(piece) > 0) notes.drop(reason, first.at + 1, piece);
  if (text === "" || first.kind === "blank") return [];
  if (links > 0 && linked < countWords(text))
    notes.guess("link", first.at + 1, group.map(({ raw }) => raw).join(" "), text);
  return [{ line: first.at + 1, kind: first.kind, level: first.level, mark: null, text, linked }];
}
