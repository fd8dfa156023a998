import { parse } from "parse5";
import { err, ok, type Result } from "#/lib/result.ts";
import { attribute, cutReason, type Element, isElement, isText, landmark, SILENT, type Weight } from "./html-cuts.ts";
import {
  addressAfter,
  BLOCK,
  lineOf,
  mendTree,
  NOTHING,
  noteScripts,
  spell,
  tidy,
  titleOf,
  tooDeep,
  weigh,
} from "./html-text.ts";
import type { Block, ImportRefusal, Notes, Read } from "./imported.ts";
import { listMark } from "./list-mark.ts";
import { markOf } from "./number.ts";
import { countWords } from "./words.ts";

/** A page saved from a browser → its paragraphs, what belongs to the site around them cut off. */
export function readHtml(source: string, notes: Notes): Result<Read, ImportRefusal> {
  const document = parse(source, { sourceCodeLocationInfo: true });
  const html = document.childNodes.find((node): node is Element => isElement(node));
  if (!html || tooDeep(html)) return err({ code: "import.damaged", params: { found: "HTML" } });
  const body = html.childNodes.find(
    (node): node is Element => isElement(node) && /^(?:body|frameset)$/.test(node.tagName),
  );
  mendTree(html, notes);
  if (!body) return ok({ blocks: [], seen: [], name: null });
  const weights = new Map<Element, Weight>();
  weigh(body, weights, false);
  const main = landmark(body, (element) => weights.get(element) ?? NOTHING);
  const reader: Reader = {
    notes,
    weights,
    main,
    around: ancestors(main),
    blocks: [],
    open: null,
    cut: new Set(),
    marks: [],
  };
  visit(body, { inMain: false, list: [], heading: 0, item: null }, reader);
  close(reader);
  noteScripts(html, notes);
  return ok({ blocks: reader.blocks, seen: [spell(body, reader.cut), ...reader.marks], name: titleOf(html) });
}

type Place = {
  inMain: boolean;
  list: { element: Element; next: number }[];
  heading: number;
  item: { mark: string | null } | null;
};
type Reader = {
  notes: Notes;
  weights: Map<Element, Weight>;
  main: Element | null;
  /** What the landmark stands in: never cut whole. */
  around: Set<Element>;
  blocks: Block[];
  /** Elements that are no part of the document: no word goes on across them. */
  cut: Set<Element>;
  /** Numbers of lists, which stand in no text of the page. */
  marks: string[];
  open: { line: number; kind: Block["kind"]; level: number; mark: string | null; text: string; linked: number } | null;
};

function visit(element: Element, place: Place, reader: Reader): void {
  const { notes, weights, main, around } = reader;
  const tag = element.tagName;
  if (SILENT.has(tag)) return;
  const inMain = place.inMain || element === main;
  const outside = main !== null && !inMain && !around.has(element);
  const reason = cutReason(element, weights.get(element) ?? NOTHING, inMain) ?? (outside ? "outside-main" : null);
  if (reason && !around.has(element)) {
    close(reader);
    reader.cut.add(element);
    const text = tidy(spell(element));
    if (countWords(text) > 0) notes.drop(reason, lineOf(element), text);
    return;
  }
  if (tag === "table" && isGrid(element)) {
    readTable(element, reader);
    return;
  }
  const isBlock = BLOCK.has(tag);
  const inner: Place = { ...place, inMain };
  if (isBlock) close(reader);
  if (/^h[1-6]$/.test(tag)) inner.heading = Number(tag[1]);
  if (tag === "ol" || tag === "ul" || tag === "menu")
    inner.list = [...place.list, { element, next: Number(attribute(element, "start") ?? 1) || 1 }];
  if (tag === "li") inner.item = { mark: listMark(element, place.list.at(-1) ?? null) };
  for (const node of element.childNodes) {
    if (isText(node)) say(node.value, lineOf(node), inner, reader);
    else if (isElement(node)) {
      if (node.tagName === "br") say("\n", lineOf(node), inner, reader);
      else {
        visit(node, inner, reader);
        if (node.tagName === "a" && !reader.cut.has(node)) link(node, inner, reader);
      }
    }
  }
  if (isBlock) close(reader);
}

function ancestors(main: Element | null): Set<Element> {
  const above = new Set<Element>();
  for (let node = main?.parentNode; node && "tagName" in node; node = node.parentNode) above.add(node);
  return above;
}

function say(text: string, line: number, place: Place, reader: Reader): void {
  if (!reader.open) {
    if (text.trim() === "") return;
    const kind = place.heading > 0 ? "heading" : place.list.length > 0 ? "item" : "text";
    const level = kind === "heading" ? place.heading : Math.max(0, place.list.length - 1);
    reader.open = { line, kind, level, mark: place.item?.mark ?? null, text: "", linked: 0 };
    // Only the first paragraph of an item carries its number.
    if (place.item) place.item.mark = null;
  }
  reader.open.text += text === "\n" ? "\n" : text.replace(/\s+/g, " ");
}

function link(element: Element, place: Place, reader: Reader): void {
  const after = addressAfter(element);
  // A link around whole paragraphs has its address in one of its own.
  if (!reader.open) say(after.trim(), lineOf(element), place, reader);
  else reader.open.text += after;
  if (!reader.open) return;
  reader.open.linked += countWords(tidy(spell(element)));
  if (after !== "")
    reader.notes.guess("link", lineOf(element), tidy(spell(element)), reader.open.text.slice(-80).trim());
}

/** Ends a paragraph; lines parted by <br> are paragraphs of their own unless the next goes on in small letters. */
function close(reader: Reader): void {
  const { open, notes } = reader;
  reader.open = null;
  if (!open) return;
  const lines: string[] = [];
  for (const piece of open.text.split("\n").map(tidy)) {
    const last = lines.at(-1);
    if (piece === "") continue;
    if (last !== undefined && /^\p{Ll}/u.test(piece) && !/[.;:!?]$/.test(last) && !markOf(piece))
      lines[lines.length - 1] = `${last} ${piece}`;
    else lines.push(piece);
  }
  lines.forEach((text, at) => {
    // A number typed into the item itself is the document's; the list's own one is not shown then.
    const mark = at === 0 && open.mark !== null && !markOf(text) ? open.mark : null;
    if (mark) {
      reader.marks.push(mark);
      notes.guess("automatic-number", open.line, text, `${mark} ${text}`);
    }
    const linked = Math.min(open.linked, countWords(text));
    reader.blocks.push({ line: open.line, kind: open.kind, level: open.level, mark, text, linked });
  });
}

const children = (element: Element, tags: string[]): Element[] =>
  element.childNodes.flatMap((node) =>
    !isElement(node)
      ? []
      : tags.includes(node.tagName)
        ? [node]
        : /^(?:thead|tbody|tfoot)$/.test(node.tagName)
          ? children(node, tags)
          : [],
  );

/** A table of facts, not one that only holds the page together. */
function isGrid(table: Element): boolean {
  const rows = children(table, ["tr"]).map((row) => children(row, ["td", "th"]));
  const several = rows.filter((cells) => cells.length > 1).length;
  if (attribute(table, "role") === "presentation" || several === 0 || several < rows.length / 2) return false;
  const cells = [...rows.flat(), ...children(table, ["caption"])].map((cell) => countWords(spell(cell)));
  // Words between the cells, which no browser allows, would be lost to a reader of cells.
  return (
    cells.every((words) => words <= 200) && cells.reduce((sum, words) => sum + words, 0) === countWords(spell(table))
  );
}

function readTable(table: Element, reader: Reader): void {
  close(reader);
  const rows = children(table, ["tr"]);
  const caption = children(table, ["caption"]);
  for (const row of [...caption, ...rows]) {
    const cells = row.tagName === "tr" ? children(row, ["td", "th"]) : [row];
    const text = cells
      .map((cell) => tidy(spell(cell)).replaceAll("\n", " "))
      .filter((cell) => cell !== "")
      .join(" | ");
    if (text !== "") reader.blocks.push({ line: lineOf(row), kind: "row", level: 0, mark: null, text, linked: 0 });
  }
  reader.notes.guess("table", lineOf(table), `${rows.length}`, reader.blocks.at(-1)?.text ?? "");
}
