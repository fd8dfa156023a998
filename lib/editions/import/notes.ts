import type { Notes } from "./imported.ts";
import { countWords } from "./words.ts";

const CLIP = 160;
const clip = (text: string) => (text.length > CLIP ? `${text.slice(0, CLIP)}…` : text);

/** An empty notebook. Cuts of one kind that follow each other are one piece; what is cut is kept whole. */
export function newNotes(): Notes {
  const notes: Notes = {
    guesses: [],
    dropped: [],
    guess(rule, line, before, after) {
      notes.guesses.push({ rule, line, before: clip(before), after: clip(after) });
    },
    drop(reason, line, text) {
      const words = countWords(text);
      const last = notes.dropped.at(-1);
      if (last?.reason === reason && last.line <= line && line - last.line <= last.text.split("\n", 200).length + 2) {
        last.words += words;
        last.text += `\n${text}`;
      } else notes.dropped.push({ reason, line, words, text });
    },
  };
  return notes;
}
