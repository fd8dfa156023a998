import type { Block, Notes } from "./imported.ts";
import { markOf } from "./number.ts";

/** A number that stands on a line of its own goes with the words below it. */
export function joinLoneNumbers(blocks: Block[], notes: Notes): Block[] {
  const joined: Block[] = [];
  for (let at = 0; at < blocks.length; at++) {
    const block = blocks[at] as Block;
    const next = blocks[at + 1];
    const mark = block.mark === null && block.kind !== "row" ? markOf(block.text) : null;
    const lone = mark !== null && mark.rest === "" && (mark.closed || mark.parts.length > 1);
    if (lone && next && next.mark === null && next.kind !== "row" && !markOf(next.text)) {
      const text = `${block.text} ${next.text}`;
      notes.guess("number-own-line", block.line, `${block.text}\n${next.text}`, text);
      const kind = block.kind === "heading" || next.kind === "heading" ? "heading" : block.kind;
      joined.push({
        ...block,
        kind,
        level: Math.max(block.level, next.level),
        text,
        linked: block.linked + next.linked,
      });
      at++;
    } else joined.push(block);
  }
  return joined;
}

/**
 * Clauses typed into the paragraph of their parent: "4.3. … обязуется: 4.3.1. … ; 4.3.2. …". Only those that count on
 * from the first: a number of another clause in the text is a reference.
 */
export function splitInline(blocks: Block[], notes: Notes): Block[] {
  return blocks.flatMap((block) => {
    const mark = block.mark === null && block.kind !== "row" ? markOf(block.text) : null;
    if (mark?.kind !== "decimal" || mark.parts.length < 1 || mark.parts.length > 5) return [block];
    const pieces: Block[] = [];
    let rest = block.text;
    for (let count = 1; ; count++) {
      const number = `${mark.parts.join(".")}.${count}`;
      const found = new RegExp(`(?<=[:;.,])\\s+(?=${number.replaceAll(".", "\\.")}\\.?\\s+\\p{L})`, "u").exec(rest);
      if (!found || found.index < mark.own.length + 2) break;
      pieces.push({ ...block, text: rest.slice(0, found.index) });
      rest = rest.slice(found.index).trimStart();
      notes.guess("inline-clause", block.line, `${pieces.at(-1)?.text.slice(-40)} ${rest.slice(0, 40)}`, number);
    }
    return [...pieces, { ...block, text: rest }];
  });
}
