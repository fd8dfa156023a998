import "server-only";

import { err, ok, type Result } from "#/lib/result.ts";
import { cutContents } from "./contents-table.ts";
import { decode } from "./decode.ts";
import { readDocx } from "./docx/read-docx.ts";
import { restoreFirstLetter } from "./first-letter.ts";
import {
  type Block,
  type Format,
  IMPORT_MAX_BYTES,
  type ImportedDocument,
  type ImportRefusal,
  type Notes,
  type Read,
} from "./imported.ts";
import { languageOf } from "./language.ts";
import { cutNavigation } from "./navigation.ts";
import { newNotes } from "./notes.ts";
import { readHtml } from "./read-html.ts";
import { readLines } from "./read-lines.ts";
import { recogniseBytes, recogniseText } from "./recognise.ts";
import { joinLoneNumbers, splitInline } from "./spread.ts";
import { takeTitle } from "./title.ts";
import { buildTree } from "./tree.ts";
import { type Bag, fill, unbalanced } from "./words.ts";

/**
 * A file somebody has → title and tree of clauses, with every guess and every cut. What it is tells its content; `name` is
 * only the last resort for a title. Every word of the file is in the tree or in `dropped`: anything else is a refusal.
 */
export async function importDocument(
  bytes: Uint8Array,
  name: string,
): Promise<Result<ImportedDocument, ImportRefusal>> {
  if (bytes.length > IMPORT_MAX_BYTES)
    return err({ code: "import.too_large", params: { bytes: bytes.length, limit: IMPORT_MAX_BYTES } });
  if (bytes.length === 0) return err({ code: "import.empty" });
  const notes = newNotes();
  const read = await readFile(bytes, notes);
  if (!read.ok) return read;
  const { format, ...file } = read.value;
  return assemble(file, format, name.replace(/\.[^.]*$/, ""), notes);
}

async function readFile(bytes: Uint8Array, notes: Notes): Promise<Result<Read & { format: Format }, ImportRefusal>> {
  const kind = recogniseBytes(bytes);
  if (!kind.ok) return kind;
  if (kind.value === "docx") {
    const read = await readDocx(bytes, notes);
    return read.ok ? ok({ ...read.value, format: "docx" }) : read;
  }
  const text = decode(bytes, notes);
  if (!text.ok) return text;
  if (text.value.trim() === "") return err({ code: "import.empty" });
  const format = recogniseText(text.value);
  if (!format.ok) return format;
  if (format.value === "text") return ok({ ...readLines(text.value, notes), format: "text" });
  const read = readHtml(text.value, notes);
  return read.ok ? ok({ ...read.value, format: "html" }) : read;
}

function assemble(read: Read, format: Format, fileName: string, notes: Notes): Result<ImportedDocument, ImportRefusal> {
  const bag: Bag = new Map();
  for (const text of read.seen) fill(bag, text);
  const blocks = restoreFirstLetter(cutContents(cutNavigation(read.blocks, notes), notes), bag, notes);
  const { title, own, rest } = takeTitle(blocks, read.name, notes);
  const out: Bag = new Map();
  if (own) fill(out, title);
  const clauses = buildTree(splitInline(joinLoneNumbers(rest, notes), notes), out, notes);
  if (clauses.length === 0) return err({ code: "import.no_text" });
  const wordsIn = total(bag);
  const wordsOut = total(out);
  const lost = compare(bag, out, notes);
  if (lost) return err(lost);
  notes.guesses.sort((a, b) => a.line - b.line);
  notes.dropped.sort((a, b) => a.line - b.line);
  const language = languageOf(textOf(rest));
  return ok({
    ...{ format, language, text: { title: title || fileName, clauses }, wordsIn, wordsOut },
    ...{ dropped: notes.dropped, guesses: notes.guesses },
  });
}

const textOf = (blocks: Block[]) => blocks.map(({ text }) => text).join("\n");
const total = (bag: Bag) => [...bag.values()].reduce((sum, times) => sum + times, 0);

/** Word for word: what was read less what was put into the tree less what was cut is nothing. */
function compare(read: Bag, out: Bag, { dropped }: Notes): ImportRefusal | null {
  const rest: Bag = new Map(read);
  for (const [word, times] of out) rest.set(word, (rest.get(word) ?? 0) - times);
  for (const { text, words } of dropped) if (words > 0) fill(rest, text, -1);
  const wrong = unbalanced(rest);
  const [first] = wrong;
  return first ? { code: "import.words_lost", params: { words: wrong.length, example: first[0] } } : null;
}
