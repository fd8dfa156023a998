import { roman } from "../list-mark.ts";
import type { ListPlace } from "./styles.ts";
import { element, elements, isOn, settingOf, type Xml } from "./xml.ts";

type Level = { start: number; format: string; text: string; legal: boolean };
type List = { family: string; levels: Map<number, Level>; starts: Map<number, number> };

/**
 * Word's automatic numbers as a reader sees them ("3.4.", "(a)", "" for a bullet): null where a paragraph is in no list.
 * Lists of one family count on together, as in Word; a list that restarts a level does so when it is first met.
 */
export function numberer(part: Xml | null): (place: ListPlace) => string | null {
  const families = new Map<string, Map<number, Level>>();
  for (const one of elements(part ?? undefined, "abstractNum"))
    families.set(one.attrs.abstractNumId ?? "", levelsOf(one));
  const lists = new Map<string, List>();
  for (const one of elements(part ?? undefined, "num")) {
    const family = settingOf(one, "abstractNumId") ?? "";
    const levels = new Map(families.get(family));
    const starts = new Map<number, number>();
    for (const override of elements(one, "lvlOverride")) {
      const at = Number(override.attrs.ilvl ?? 0);
      const start = Number(settingOf(override, "startOverride") ?? Number.NaN);
      if (Number.isInteger(start)) starts.set(at, start);
      for (const [level, value] of levelsOf(override)) levels.set(level, value);
    }
    lists.set(one.attrs.numId ?? "", { family, levels, starts });
  }
  const counters = new Map<string, number[]>();
  const met = new Set<string>();
  return ({ list: id, level }) => {
    const list = lists.get(id);
    const shape = list?.levels.get(level);
    if (!list || !shape) return null;
    const counts = counters.get(list.family) ?? [];
    counters.set(list.family, counts);
    const startOf = (at: number) => list.levels.get(at)?.start ?? 1;
    const fresh = list.starts.has(level) && !met.has(`${id}/${level}`);
    met.add(`${id}/${level}`);
    const now = counts[level];
    counts[level] = fresh ? (list.starts.get(level) as number) : now === undefined ? startOf(level) : now + 1;
    for (let above = 0; above < level; above++) counts[above] ??= startOf(above);
    counts.length = level + 1;
    if (shape.format === "bullet") return "";
    return shape.text
      .replace(/%(\d)/g, (_, at: string) => {
        const deep = Number(at) - 1;
        const format = shape.legal ? "decimal" : (list.levels.get(deep)?.format ?? "decimal");
        return written(counts[deep] ?? startOf(deep), format);
      })
      .trim();
  };
}

const levelsOf = (parent: Xml): Map<number, Level> =>
  new Map(
    elements(parent, "lvl").map((one) => [
      Number(one.attrs.ilvl ?? 0),
      {
        start: Number(settingOf(one, "start") ?? 1) || 0,
        format: settingOf(one, "numFmt") ?? "decimal",
        text: element(one, "lvlText")?.attrs.val ?? "",
        legal: isOn(one, "isLgl"),
      },
    ]),
  );

const RUSSIAN = "абвгдежзиклмнопрстуфхцчшщэюя";
const nth = (alphabet: string, number: number) =>
  (alphabet[(number - 1) % alphabet.length] ?? "").repeat(Math.min(3, 1 + Math.floor((number - 1) / alphabet.length)));

function written(number: number, format: string): string {
  if (format === "none" || format === "bullet") return "";
  if (format === "decimalZero") return String(number).padStart(2, "0");
  if (format === "lowerLetter") return nth("abcdefghijklmnopqrstuvwxyz", number);
  if (format === "upperLetter") return nth("ABCDEFGHIJKLMNOPQRSTUVWXYZ", number);
  if (format === "russianLower") return nth(RUSSIAN, number);
  if (format === "russianUpper") return nth(RUSSIAN.toUpperCase(), number);
  if (format === "lowerRoman") return roman(number);
  if (format === "upperRoman") return roman(number).toUpperCase();
  return String(number);
}
