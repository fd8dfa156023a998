import type { Notes } from "./imported.ts";
import { countWords } from "./words.ts";

const CLIP = 160;
/** Lines between two cuts that are still one piece. */
const NEAR = 6;
const clip = (text: string) => (text.length > CLIP ? `${text.slice(0, CLIP)}…` : text);

/** An empty notebook. Cuts of one kind that follow each other are one piece; what is cut is kept whole. */
export function newNotes(): Notes {
  let lastLine = 0;
  const notes: Notes = {
    guesses: [],
    dropped: [],
    guess(rule, line, before, after) {
      notes.guesses.push({ rule, line, before: clip(before), after: clip(after) });
    },
    drop(reason, line, text) {
      const words = countWords(text);
      const last = notes.dropped.at(-1);
      const near = line >= lastLine && line - lastLine <= NEAR;
      lastLine = line;
      if (last?.reason === reason && near) {
        last.words += words;
        last.text += `\n${text}`;
      } else notes.dropped.push({ reason, line, words, text });
    },
  };
  return notes;
}
