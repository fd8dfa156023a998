/** What stands at the beginning of a paragraph: `own` as printed without its last dot, `rest` the words after it. */
export type Mark = {
  kind: "decimal" | "label" | "item";
  own: string;
  parts: number[];
  /** Of an item: what is counted ("a", "1") and how ("(a)", "1)"): items of one list are of one style. */
  item: string;
  style: string;
  /** A dot or a bracket after the number: without it "3.5" may be a measure. */
  closed: boolean;
  glued: boolean;
  rest: string;
};

const LABEL =
  /^((?:Статья|СТАТЬЯ|Раздел|РАЗДЕЛ|Глава|ГЛАВА|Артыкул|АРТЫКУЛ|Раздзел|РАЗДЗЕЛ|Пункт|Article|ARTICLE|Section|SECTION|Clause|CLAUSE|Chapter|CHAPTER)\s+|§{1,2}\s*)(\d{1,3}(?:\.\d{1,3})*|[IVXLC]{1,7})(?![\p{L}\p{N}])\s*([.:)]?)\s*(?:[–—-]\s+)?([\s\S]*)$/u;
const KAZAKH = /^(\d{1,3})\s?-?\s?((?:бап|тарау|бөлім|БАП|ТАРАУ|БӨЛІМ))(?!\p{L})\s*([.:]?)\s*([\s\S]*)$/u;
const DECIMAL = /^(\d{1,3}(?:\s?\.\s?\d{1,3}){0,6})\s?([.)]?)(\s*)([\s\S]*)$/;
const BRACKETED = /^\(\s?(\d{1,3}|\p{L}|[ivx]{2,5})\s?\)\.?\s*([\s\S]*)$/u;
const LETTER = /^(\p{Ll}|[ivx]{2,5})\)\s*([\s\S]*)$/u;
const LETTER_DOT = /^([a-z]|[ivx]{2,5})\.\s+([\s\S]*)$/;

const ROMAN: Record<string, number> = { I: 1, V: 5, X: 10, L: 50, C: 100 };

export function romanNumber(text: string): number {
  const values = [...text.toUpperCase()].map((letter) => ROMAN[letter] ?? 0);
  return values.reduce((sum, value, at) => sum + (value < (values[at + 1] ?? 0) ? -value : value), 0);
}

/** The number that a paragraph begins with, null where it has none. Dates, sums and measures are none. */
export function markOf(text: string): Mark | null {
  return labelOf(text) ?? decimalOf(text) ?? itemOf(text);
}

function labelOf(text: string): Mark | null {
  const [, label, number, dot, rest] = LABEL.exec(text) ?? [];
  const [, kkNumber, kkLabel, kkDot, kkRest] = label ? [] : (KAZAKH.exec(text) ?? []);
  const found = number ?? kkNumber;
  if (!found) return null;
  const parts = /^\d/.test(found) ? found.split(".").map(Number) : [romanNumber(found)];
  const own = label
    ? `${label.trim()} ${found}`.replace("§ ", label.includes(" ") ? "§ " : "§")
    : `${kkNumber}-${kkLabel}`;
  const closed = (dot ?? kkDot ?? "") !== "";
  return { kind: "label", own, parts, item: "", style: "label", closed, glued: false, rest: rest ?? kkRest ?? "" };
}

function decimalOf(text: string): Mark | null {
  const [, number, dot, gap, rest] = DECIMAL.exec(text) ?? [];
  if (number === undefined || rest === undefined) return null;
  const parts = number.split(".").map((part) => Number(part.trim()));
  const leading = number.split(".").some((part) => /^0\d/.test(part.trim())) || parts[0] === 0;
  // Blanks around the dots are a fault of typing that a clause number survives and a sum does not.
  const loose = /\s/.test(number) && !(dot && gap);
  const touching = gap === "" && rest !== "" && !/^[\p{Lu}«"“„(]/u.test(rest);
  if (leading || loose || touching) return null;
  const own = number.replace(/\s/g, "");
  const mark = { own, parts, item: "", closed: dot !== "", glued: gap === "" && rest !== "", rest };
  if (parts.length === 1 && dot === ")") return { ...mark, kind: "item", item: own, own: `${own})`, style: "1)" };
  if (parts.length === 1 && dot === "")
    return rest === "" || mark.glued ? null : { ...mark, kind: "decimal", style: "1" };
  return { ...mark, kind: "decimal", style: "1." };
}

function itemOf(text: string): Mark | null {
  const read = (match: RegExpExecArray | null, [open, close]: [string, string]): Mark | null => {
    if (!match) return null;
    const item = match[1] as string;
    const base = /\d/.test(item) ? "1" : /[a-z]/i.test(item) ? (/\p{Lu}/u.test(item) ? "A" : "a") : "а";
    const shape = { own: `${open}${item}${close === "." ? "" : close}`, style: `${open}${base}${close}` };
    return { kind: "item", ...shape, parts: [], item, closed: true, glued: false, rest: match[2] as string };
  };
  return (
    read(BRACKETED.exec(text), ["(", ")"]) ??
    read(LETTER.exec(text), ["", ")"]) ??
    read(LETTER_DOT.exec(text), ["", "."])
  );
}

const REFERENCE =
  /(?:^|[\s(])(?:п\.|пп\.|п\.п\.|ст\.|пункт\p{L}*|подпункт\p{L}*|стать(?:я|[ейиёю]\p{L}*)|раздел\p{L}*|глав[аеуы]|част[иью]\p{L}*|арт\.|артыкул\p{L}*|№|no\.|sections?|clauses?|articles?|paragraphs?|§{1,2})\s*$/iu;
const BETWEEN = /(?:^|\s)(?:and|or|и|или|to|по|от|до|і|або)\s*$/i;

/** A line that ends so goes on with a number: "…согласно пункту / 3.4. Договора"; `wrapped`: "…и / 3.5." as well. */
export const endsInReference = (line: string, wrapped: boolean): boolean =>
  REFERENCE.test(line.slice(-40)) || (wrapped && BETWEEN.test(line.slice(-40)));

/** Capitals only: a heading of a contract typed without styles. Requisites ("УНП: 192853716") and companies are none. */
export function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  if (letters < 4 || text.length > 160 || /:\s*\S/.test(text) || /[;,]$/.test(text)) return false;
  if (/^(?:ООО|ОАО|ЗАО|ПАО|АО|ИП|УП|ЧУП|ЧТУП|ТОО|ЖШС|LLC|LLP|LTD)\s/.test(text)) return false;
  return text === text.toUpperCase() && (text.match(/\d/g)?.length ?? 0) < letters && /\p{L}{3}/u.test(text);
}
