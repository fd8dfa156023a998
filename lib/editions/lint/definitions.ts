import type { LintClause } from "./lint-text.ts";
import { type Word, wordsOf } from "./stem.ts";

/** A term that the text defines. `names`: its own words and those in brackets, any of which may be used for it. */
export type Definition = { term: string; names: Word[][]; clause: LintClause; start: number; end: number };

const SECTION = /термин|определени|понят|тэрмін|азначэнн|паняцц|definition|glossary/iu;
const OPENING = /^[«"“]?(\p{Lu}[^–—:\n]{1,100}?)[»"”]?\s+[–—-]\s+/u;
const HEREINAFTER =
  /\(\s*(?:далее|в дальнейшем|далей|у далейшым|hereinafter|the)(?:[\s,]+(?:по тексту|совместно|вместе|также|именуем\p{L}*|называем\p{L}*|сумесна|па тэксце|referred to as|collectively|the))*\s*[–—:-]?\s*(?:the\s+)?([«"“]?\p{Lu}[^)]{1,80})\)/giu;

/** Definitions of the section of terms («Пользователь – …») and those in brackets («(далее – Договор)»). */
export function findDefinitions(clauses: readonly LintClause[]): Definition[] {
  return clauses.flatMap((clause) => {
    const found: Definition[] = [];
    const opening = clause.section !== null && SECTION.test(clause.section) ? OPENING.exec(clause.text) : null;
    if (opening?.[1]) found.push(...definition(opening[1], clause, 0, clause.text.length));
    for (const match of clause.text.matchAll(HEREINAFTER)) {
      const [words, named = ""] = match;
      const [start, end] = [match.index, match.index + words.length];
      // «(далее совместно – Стороны, по отдельности – Сторона)» defines two.
      for (const part of named.split(/[,;]\s*(?:(?:а\s+)?(?:по отдельности|каждый|каждая|паасобку)\s*[–—-]?\s*)?/u))
        if (/^[«"“]?\p{Lu}/u.test(part)) found.push(...definition(part, clause, start, end));
    }
    return found;
  });
}

function definition(words: string, clause: LintClause, start: number, end: number): Definition[] {
  const aliases = [...words.matchAll(/\(([^)]+)\)/gu)].map((match) => match[1] ?? "");
  const term = words
    .replace(/\s*\([^)]*\)/gu, "")
    .replace(/[«»"“”]/gu, "")
    .trim();
  const names = [term, ...aliases].map(wordsOf).filter((name) => name.length > 0);
  return names.length === 0 ? [] : [{ term: aliases[0] ?? term, names, clause, start, end }];
}

/** Where a name stands among the words of a text: its words in a row, in any of their cases. */
export function occurrences(name: readonly Word[], words: readonly Word[]): Word[] {
  return words.filter((_, at) => name.every((one, step) => words[at + step] && isForm(one, words[at + step]!)));
}

/** Kazakh hangs its endings on the whole word («Келісімнің»), so a long word that begins with the term is the term. */
const isForm = (term: Word, word: Word): boolean =>
  word.stem === term.stem || (term.text.length > 3 && word.text.toLowerCase().startsWith(term.text.toLowerCase()));
