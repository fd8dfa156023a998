import { isCyrillic } from "./alphabets.ts";
import { type Definition, findDefinitions, occurrences } from "./definitions.ts";
import { type LintClause, lintClauses } from "./lint-text.ts";
import type { Finding, LintFacts } from "./rules.ts";
import { stem, type Word, wordsOf } from "./stem.ts";

/** Names that nobody defines: states, laws, languages, months, the parts of an address, what a contract is made of. */
const NAMES = new Set(
  `Республика Беларусь Беларуси Белоруссия Россия Российская Федерация Казахстан Казахский Союз Европейский Кодекс Гражданский Налоговый
  Закон Указ Декрет Президент Правительство Совет Министров Национальный Банк Конституция Суд Министерство Интернет Минск Гомель
  Брест Витебск Гродно Могилёв Москва Общество Открытое Закрытое Акционерное Индивидуальный Свидетельство Директор Банк Битрикс Маркет Рэспубліка Расія Расійская Федэрацыя Кодэкс Грамадзянскі Закона Інтэрнэт Мінск Казахстана Қазақстан Республикасы
  Internet Republic Belarus Kazakhstan Russian Federation Law Code Act Court State States Union European English Section Clause Article January
  February March April June July August September October November December Monday Friday Inc Ltd Limited LLC Cloud India Cyprus`
    .split(/\s+/)
    .filter(Boolean)
    .map(stem),
);
/** So often a word must stand with a capital inside sentences before it is taken for a term. */
const OFTEN = 2;
const OFTEN_LATIN = 3;

/** Terms that are defined and never used, and words written like terms that nothing defines. */
export function definitionFindings(clauses: readonly LintClause[], { offer }: LintFacts): Finding[] {
  const definitions = findDefinitions(clauses);
  const known = offer ? findDefinitions(lintClauses(offer)) : [];
  return [...unused(clauses, definitions), ...missing(clauses, [...definitions, ...known])];
}

function unused(clauses: readonly LintClause[], definitions: readonly Definition[]): Finding[] {
  const words = new Map(clauses.map((clause) => [clause, wordsOf(clause.prose)]));
  return definitions
    .filter(({ names, clause, start, end }) =>
      names.every((name) =>
        [...words].every(([one, list]) =>
          occurrences(name, list).every((word) => one === clause && word.start >= start && word.start < end),
        ),
      ),
    )
    .map(({ term, clause }): Finding => ({ rule: "definition.unused", clause: clause.name, text: term }));
}

type Seen = { word: Word; clause: LintClause; count: number };

function missing(clauses: readonly LintClause[], definitions: readonly Definition[]): Finding[] {
  const cyrillic = isCyrillic(clauses);
  const defined = new Set(definitions.flatMap(({ names }) => names.flat().map((word) => word.stem)));
  const seen = new Map<string, Seen>();
  for (const clause of clauses) {
    if ((clause.headed && !clause.text.includes("\n")) || isRequisites(clause)) continue;
    for (const word of capitalised(clause, cyrillic)) {
      if (defined.has(word.stem) || NAMES.has(word.stem)) continue;
      const known = seen.get(word.stem);
      if (known) known.count += 1;
      else seen.set(word.stem, { word, clause, count: 1 });
    }
  }
  return [...seen.values()]
    .filter(({ count }) => count >= (cyrillic ? OFTEN : OFTEN_LATIN))
    .map(({ word, clause }): Finding => ({ rule: "definition.missing", clause: clause.name, text: word.text }));
}

/** A list of names and numbers («Телефон директора: …»), not sentences. */
const isRequisites = ({ text }: LintClause) => /(?:УНП|UNP)/.test(text) && /BY\d{2}|SWIFT|БИК/.test(text);

/** Words with a capital that no start of a sentence, quotation, name or abbreviation explains. */
function capitalised({ prose }: LintClause, cyrillic: boolean): Word[] {
  const quoted = [...prose.matchAll(/«[^»]*»|"[^"]*"|“[^”]*”/gu)].map(({ 0: text, index }) => [
    index,
    index + text.length,
  ]);
  return wordsOf(prose).filter(({ text, start, end }) => {
    if (!/^\p{Lu}\p{Ll}{2,}$/u.test(text) || /^\p{Script=Cyrillic}/u.test(text) !== cyrillic) return false;
    if (quoted.some(([from = 0, to = 0]) => start >= from && start < to)) return false;
    // «Адрес: …» is the label of a line.
    if (prose[end] === ":") return false;
    const before = prose.slice(0, start);
    // A sentence, a line, a list's item or a bracket begins here; or it is a name beside initials or a patronymic.
    if (/(?:^|[.!?:;…•*§]|[–—-]|[(«"“/])\s*$/u.test(before) || /(?:\d[.)]|[a-zа-я]\))\s*$/iu.test(before)) return false;
    if (/\p{Lu}\.\s?$/u.test(before) || /^\s\p{Lu}\.\s?\p{Lu}\./u.test(prose.slice(end))) return false;
    return (
      !/(?:вич|вна|віч|ўна)[а-яіў]*$/u.test(text) && !/^\s\p{Lu}\p{Ll}+(?:вич|вна|віч|ўна)/u.test(prose.slice(end))
    );
  });
}
