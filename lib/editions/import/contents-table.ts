import type { Block, Notes } from "./imported.ts";
import { countWords } from "./words.ts";

const LEAST = 3;

/** A line of contents and its heading are the same words: without the leader dots and the page, numbers apart. */
const key = (block: Block) =>
  block.text
    .replace(/[.…\s]{3,}\d{0,4}\s*$/, "")
    .replace(/^[\s\d.()§*–—-]+/, "")
    .replace(/[\s.:]+$/, "")
    .toLowerCase();

/**
 * The table of contents: three lines and more in a row, each of which comes again later, alone, in the same order and with
 * text between. Cut, for its numbers would be clauses twice.
 */
export function cutContents(blocks: Block[], notes: Notes): Block[] {
  const keys = blocks.map(key);
  const later = new Map<string, number[]>();
  keys.forEach((one, at) => {
    if (one !== "") later.set(one, [...(later.get(one) ?? []), at].slice(-50));
  });
  const limit = Math.min(blocks.length, 400);
  for (let from = 0; from < limit; from++) {
    let last = -1;
    let to = from;
    for (; to < limit; to++) {
      const block = blocks[to] as Block;
      const again = later.get(keys[to] as string)?.find((at) => at > Math.max(last + 1, to)) ?? -1;
      if (again < 0 || countWords(block.text) > 20 || countWords(keys[to] as string) === 0) break;
      last = again;
    }
    const first = later.get(keys[from] as string)?.find((at) => at > from) ?? -1;
    // The second time must come after the list, or the list is a text that repeats itself.
    if (to - from < LEAST || first < to) continue;
    const titled =
      from > 0 &&
      /^(?:содержание|оглавление|змест|мазмұны|(?:table of )?contents)[.:]?$/i.test(blocks[from - 1]?.text ?? "");
    const begin = titled ? from - 1 : from;
    for (const { line, mark, text } of blocks.slice(begin, to))
      notes.drop("contents", line, mark ? `${mark} ${text}` : text);
    return [...blocks.slice(0, begin), ...blocks.slice(to)];
  }
  return blocks;
}
