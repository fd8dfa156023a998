import type { Notes } from "./imported.ts";

const NUMBER =
  /^(?:[-–—]\s*(\d{1,4})\s*[-–—]|(?:стр\.|страница|старонка|page|p\.|бет)\s*(\d{1,4})(?:\s*(?:из|з|of|\/)\s*\d{1,4})?|(\d{1,4})\s*(?:из|з|of|\/)\s*\d{1,4}|(\d{1,4}))$/i;
/** A page has at least so many lines. */
const PAGE = 10;
const HEADS = 2;

/**
 * Page numbers and running heads that a copy out of a PDF leaves in the text. Only a row of numbers that grow by one, a page
 * apart, is page numbers; only a line that stands beside them three times and more is a running head. Cut lines become empty.
 */
export function cutPageFurniture(lines: string[], notes: Notes): void {
  const numbers = new Set(pageNumbers(lines));
  const breaks = lines.flatMap((line, at) => (line.includes("\f") || numbers.has(at) ? [at] : []));
  const beside = new Map<string, Set<number>>();
  for (const at of breaks)
    for (const near of neighbours(lines, at, numbers)) {
      const key = headKey(lines[near] as string);
      beside.set(key, (beside.get(key) ?? new Set()).add(near));
    }
  const heads = new Set([...beside.values()].filter((places) => places.size >= 3).flatMap((places) => [...places]));
  lines.forEach((line, at) => {
    const reason = numbers.has(at) ? "page-number" : heads.has(at) ? "running-head" : null;
    if (reason) notes.drop(reason, at + 1, line.replace("\f", "").trim());
    lines[at] = reason ? "" : line.replaceAll("\f", " ");
  });
}

const headKey = (line: string) => line.replace(/\d+/g, "#").replace(/\s+/g, " ").trim();

function pageNumbers(lines: string[]): number[] {
  const found = lines.flatMap((line, at) => {
    const match = NUMBER.exec(line.replace("\f", "").trim());
    return match
      ? [{ at, number: Number(match[1] ?? match[2] ?? match[3] ?? match[4]), bare: match[4] !== undefined }]
      : [];
  });
  let best: typeof found = [];
  for (let from = 0; from < found.length && from < 50; from++) {
    const row = [found[from]!];
    for (const next of found.slice(from + 1)) {
      const last = row.at(-1)!;
      if (next.number === last.number + 1 && next.at - last.at >= PAGE) row.push(next);
    }
    if (row.length > best.length) best = row;
  }
  return best.length >= (best.some(({ bare }) => bare) ? 3 : 2) ? best.map(({ at }) => at) : [];
}

/** The lines with words just before and just after a page's end. */
function neighbours(lines: string[], at: number, numbers: ReadonlySet<number>): number[] {
  const found: number[] = [];
  for (const step of [-1, 1]) {
    let taken = 0;
    for (let near = step === 1 && !numbers.has(at) ? at : at + step; taken < HEADS; near += step) {
      const line = lines[near];
      if (line === undefined || Math.abs(near - at) > 8) break;
      if (line.trim() === "" || numbers.has(near)) continue;
      if (line.trim().length <= 120) found.push(near);
      taken++;
    }
  }
  return found;
}
