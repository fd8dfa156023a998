import type { Edition, EditionText } from "../edition.ts";

/** Bytes of a file; a contract is a hundred times smaller. */
export const IMPORT_MAX_BYTES = 16 * 1024 * 1024;

/**
 * What the importer decided by itself: `before` stood in the file, `after` is what it took it for. `line` is a line of the
 * file, in a DOCX the number of the paragraph.
 */
export type Guess = { rule: GuessRule; line: number; before: string; after: string };

export type GuessRule =
  | "encoding"
  | "broken-bytes"
  | "mojibake"
  | "invisible"
  | "entity"
  | "emphasis"
  | "hyphen"
  | "wrapped-lines"
  | "joined-paragraph"
  | "title"
  | "first-letter"
  | "language"
  | "heading"
  | "number-glued"
  | "number-own-line"
  | "number-jump"
  | "number-repeat"
  | "inline-clause"
  | "automatic-number"
  | "list"
  | "table"
  | "link"
  | "definition"
  | "tracked-insertion"
  | "footnote";

export type DropReason =
  | "navigation"
  | "cookie-banner"
  | "footer"
  | "contents"
  | "page-number"
  | "running-head"
  | "export-header"
  | "front-matter"
  | "image"
  | "anchor"
  | "tag"
  | "link-definition"
  | "code-fence"
  | "script"
  | "form"
  | "hidden"
  | "outside-main"
  | "tracked-deletion"
  | "comment";

/** A piece of the file that is no part of the document, whole, so that nobody has to believe the reason. */
export type Dropped = { reason: DropReason; line: number; words: number; text: string };

export type ImportRefusal =
  | { code: "import.empty"; params?: undefined }
  | { code: "import.too_large"; params: { bytes: number; limit: number } }
  | { code: "import.unsupported"; params: { found: string } }
  | { code: "import.encoding"; params: { found: string } }
  | { code: "import.damaged"; params: { found: string } }
  | { code: "import.bomb"; params: { found: string } }
  | { code: "import.no_text"; params?: undefined }
  | { code: "import.words_lost"; params: { words: number; example: string } };

export type Format = "text" | "html" | "docx";

/** A document as it was read. Words: runs of letters, runs of digits; in = out + dropped, word for word. */
export type ImportedDocument = {
  format: Format;
  language: Edition["language"] | null;
  text: EditionText;
  wordsIn: number;
  wordsOut: number;
  dropped: Dropped[];
  guesses: Guess[];
};

/** A paragraph on its way from the file to the tree. */
export type Block = {
  line: number;
  kind: "text" | "heading" | "item" | "row";
  /** Of a heading: 1 to 6; of a list item: its depth from 0. */
  level: number;
  /** A number that stands in no text: Word's automatic one, that of an <ol>. As a reader sees it. */
  mark: string | null;
  text: string;
  /** Words of the text that stand in links, their addresses included: what tells a menu from a paragraph. */
  linked: number;
};

/** What a reader makes of a file. `seen` is the whole text, nothing cut: the words that must be found again. */
export type Read = { blocks: Block[]; seen: string[]; name: string | null };

/** Where readers write down what they guessed and what they cut. */
export type Notes = {
  guesses: Guess[];
  dropped: Dropped[];
  guess: (rule: GuessRule, line: number, before: string, after: string) => void;
  drop: (reason: DropReason, line: number, text: string) => void;
};
