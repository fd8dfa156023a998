import type { Block, Notes } from "../imported.ts";
import { mendLetters } from "../mend.ts";
import { markOf } from "../number.ts";
import { countWords } from "../words.ts";
import { type ListPlace, placeOf, type Style } from "./styles.ts";
import { element, elements, isOn, ownText, settingOf, type Xml } from "./xml.ts";

type Given = {
  notes: Notes;
  styleOf: (id: string | undefined) => Style;
  numberOf: (place: ListPlace) => string | null;
  addresses: Map<string, string>;
  footnotes: Map<string, Xml>;
};

type Spelt = { kept: string; deleted: string; inserted: string; hidden: string; linked: string; notes: string[] };

/** Reads a document's body in order: paragraphs, rows of tables, footnotes after the paragraph that calls them. */
export function bodyReader({ notes, styleOf, numberOf, addresses, footnotes }: Given) {
  const blocks: Block[] = [];
  const seen: string[] = [];
  let line = 0;

  function spell(parent: Xml, into: Spelt, mode: "kept" | "deleted" | "inserted" = "kept"): Spelt {
    const say = (text: string) => {
      into[mode === "deleted" ? "deleted" : "kept"] += text;
      if (mode === "inserted") into.inserted += text;
    };
    for (const one of elements(parent)) {
      if (one.name === "t" || one.name === "delText") say(ownText(one));
      else if (one.name === "tab" || one.name === "ptab") say(" ");
      else if (one.name === "br" || one.name === "cr") say("\n");
      else if (one.name === "noBreakHyphen") say("-");
      else if (one.name === "r" && isOn(element(one, "rPr"), "vanish")) into.hidden += spell(one, empty()).kept;
      else if (one.name === "del" || one.name === "moveFrom") spell(one, into, "deleted");
      else if (one.name === "ins" || one.name === "moveTo") spell(one, into, mode === "deleted" ? mode : "inserted");
      else if (one.name === "hyperlink") hyperlink(one, into, mode, say);
      else if (one.name === "footnoteReference" || one.name === "endnoteReference")
        into.notes.push(`${one.name.replace("Reference", "")}/${one.attrs.id}`);
      // The older twin of a drawing, and properties, which hold no text.
      else if (one.name !== "Fallback" && !one.name.endsWith("Pr") && one.name !== "instrText") spell(one, into, mode);
      if (one.name === "p") say("\n");
    }
    return into;
  }

  function hyperlink(one: Xml, into: Spelt, mode: "kept" | "deleted" | "inserted", say: (text: string) => void): void {
    const before = into.kept.length;
    spell(one, into, mode);
    const visible = into.kept.slice(before).trim();
    const address = addresses.get(one.attrs.id ?? "") ?? "";
    if (mode === "deleted" || !/^(?:https?:|mailto:)/i.test(address) || address.includes(visible)) return;
    say(` (${address})`);
    into.linked += into.kept.slice(before);
    notes.guess("link", line, visible, `${visible} (${address})`);
  }

  /** Writes down what of a paragraph is not kept and gives back what is. */
  function settle(read: Spelt): string {
    const { kept, deleted, inserted, hidden } = read;
    if (countWords(deleted) > 0) notes.drop("tracked-deletion", line, tidy(deleted));
    if (countWords(hidden) > 0) notes.drop("hidden", line, tidy(hidden));
    if (countWords(inserted) > 0) notes.guess("tracked-insertion", line, "", tidy(inserted));
    const text = tidy(kept);
    if (tidyOnly(kept) !== text) notes.guess("mojibake", line, tidyOnly(kept), text);
    seen.push(text, tidy(deleted), tidy(hidden));
    return text;
  }

  function paragraph(one: Xml): void {
    line++;
    const properties = element(one, "pPr");
    const style = styleOf(settingOf(properties, "pStyle"));
    const read = spell(one, empty());
    const text = settle(read);
    const number = countWords(text) > 0 ? automatic(properties, style) : null;
    const outline = Number(settingOf(properties, "outlineLvl") ?? 9);
    const heading = outline < 9 ? outline + 1 : style.heading;
    const linked = Math.min(countWords(tidy(read.linked)), countWords(text));
    if (text !== "" && style.contents) notes.drop("contents", line, text);
    else if (text !== "") {
      const typed = markOf(text);
      const mark = number !== null && number !== "" && !typed ? number : null;
      if (mark) {
        notes.guess("automatic-number", line, text, `${mark} ${text}`);
        seen.push(mark);
      }
      const kind = style.title || heading > 0 ? "heading" : number === "" ? "item" : "text";
      for (const [at, piece] of text.split("\n").filter(Boolean).entries())
        blocks.push({
          line,
          kind,
          level: kind === "item" ? 0 : style.title ? 1 : heading,
          mark: at === 0 ? mark : null,
          text: piece,
          linked,
        });
    }
    for (const id of read.notes) footnote(id);
  }

  function automatic(properties: Xml | undefined, style: Style): string | null {
    const place = placeOf(properties) ?? style.place;
    return place && place.list !== "0" ? numberOf(place) : null;
  }

  function footnote(id: string): void {
    const found = footnotes.get(id);
    if (!found) return;
    footnotes.delete(id);
    const text = settle(spell(found, empty())).replaceAll("\n", " ");
    if (text === "") return;
    notes.guess("footnote", line, id, text);
    blocks.push({ line, kind: "text", level: 0, mark: null, text, linked: 0 });
  }

  function table(one: Xml): void {
    const rows = elements(one, "tr");
    notes.guess("table", line + 1, `${rows.length}`, "");
    for (const row of rows) {
      line++;
      const gone = element(element(row, "trPr"), "del") !== undefined;
      const calls: string[] = [];
      const cells = descendants(row, "tc").map((cell) => {
        const read = spell(cell, empty());
        calls.push(...read.notes);
        return settle(gone ? { ...empty(), deleted: read.kept + read.deleted } : read).replaceAll("\n", " ");
      });
      const text = cells.filter((cell) => cell !== "").join(" | ");
      if (text !== "") blocks.push({ line, kind: "row", level: 0, mark: null, text, linked: 0 });
      for (const id of calls) footnote(id);
    }
  }

  function read(parent: Xml): void {
    for (const one of elements(parent)) {
      if (one.name === "p") paragraph(one);
      else if (one.name === "tbl") table(one);
      else if (one.name === "sectPr" || one.name.endsWith("Pr")) continue;
      // Content controls, smart tags, accepted moves: their paragraphs are the document's.
      else read(one);
    }
  }

  return (body: Xml): { blocks: Block[]; seen: string[] } => {
    read(body);
    return { blocks, seen };
  };
}

const empty = (): Spelt => ({ kept: "", deleted: "", inserted: "", hidden: "", linked: "", notes: [] });

/** The nearest ones below, not those inside each other: a table in a cell is part of the cell. */
const descendants = (parent: Xml, name: string): Xml[] =>
  elements(parent).flatMap((one) => (one.name === name ? [one] : descendants(one, name)));

const tidyOnly = (text: string) =>
  text
    .replace(/[^\S\n]+/g, " ")
    .replace(/ ?\n\s*/g, "\n")
    .trim();
const tidy = (text: string) => tidyOnly(mendLetters(text));
