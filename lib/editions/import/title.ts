import type { Block, Notes } from "./imported.ts";
import { isCapitals, markOf } from "./number.ts";
import { isStamp, namesDocument, saysWhen } from "./vocabulary.ts";
import { countWords } from "./words.ts";

const LOOK = 25;

function score(block: Block, at: number): number {
  const { text } = block;
  const words = countWords(text);
  if (words === 0 || words > 24 || block.mark !== null || isStamp(text) || block.kind === "row") return -10;
  let points = block.kind === "heading" ? (block.level === 1 ? 5 : 1) : 0;
  if (namesDocument(text)) points += 3;
  if (isCapitals(text)) points += 2;
  if (markOf(text)) points -= 6;
  if (saysWhen(text) && !isCapitals(text) && block.kind !== "heading") points -= 3;
  if (/[.;,]$/.test(text)) points -= 2;
  if (/:$/.test(text) || words > 14) points -= 2;
  if (block.kind === "item") points -= 2;
  return points - at * 0.15;
}

/**
 * The title and the blocks without it. Where nothing looks like one: what the file calls itself, else its first short line,
 * else the name of the file, which takes no words from the text.
 */
export function takeTitle(
  blocks: Block[],
  name: string | null,
  notes: Notes,
): { title: string; own: boolean; rest: Block[] } {
  const head = blocks.slice(0, LOOK).map((block, at) => ({ block, at, points: score(block, at) }));
  const best = head.toSorted((a, b) => b.points - a.points)[0];
  const first = blocks[0];
  const short =
    first &&
    first.mark === null &&
    countWords(first.text) <= 12 &&
    !markOf(first.text) &&
    !isStamp(first.text) &&
    first.kind !== "row";
  const at = best && best.points >= 1 ? best.at : name === null && short && blocks.length > 1 ? 0 : -1;
  if (at < 0) {
    notes.guess("title", 1, "", name ?? "");
    return { title: name ?? "", own: false, rest: blocks };
  }
  let to = at + 1;
  // A title in capitals may take two lines.
  while (to < at + 3 && goesOn(blocks[to - 1] as Block, blocks[to])) to++;
  const title = blocks
    .slice(at, to)
    .map(({ text }) => text)
    .join(" ");
  notes.guess("title", (blocks[at] as Block).line, title, title);
  return { title, own: true, rest: [...blocks.slice(0, at), ...blocks.slice(to)] };
}

const goesOn = (block: Block, next: Block | undefined): boolean =>
  next !== undefined &&
  next.mark === null &&
  next.line === block.line + 1 &&
  block.kind === next.kind &&
  isCapitals(block.text) &&
  isCapitals(next.text) &&
  !markOf(next.text) &&
  !namesDocument(next.text);
