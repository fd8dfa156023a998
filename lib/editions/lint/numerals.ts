// data
/** Number words of Russian, Belarusian and English in the cases that a term stands in: «пятнадцати», «трёх», «пяці». */
const NUMERALS: readonly (readonly [number, string])[] = [
  [1, "один|одна|одно|одного|одному|одной|одним|одну|адзін|адна|аднаго|аднаму|one"],
  [2, "два|две|двух|двум|двумя|дзве|дзвюх|two"],
  [3, "три|трёх|трех|трём|трем|тремя|тры|трох|тром|three"],
  [4, "четыре|четырёх|четырех|четырём|четырем|чатыры|чатырох|four"],
  [5, "пять|пяти|пятью|пяць|пяці|five"],
  [6, "шесть|шести|шестью|шэсць|шасці|six"],
  [7, "семь|семи|семью|сем|сямі|seven"],
  [8, "восемь|восьми|восемью|восем|васьмі|eight"],
  [9, "девять|девяти|девятью|дзевяць|дзевяці|nine"],
  [10, "десять|десяти|десятью|дзесяць|дзесяці|ten"],
  [11, "одиннадцать|одиннадцати|адзінаццаць|адзінаццаці|eleven"],
  [12, "двенадцать|двенадцати|дванаццаць|дванаццаці|twelve"],
  [13, "тринадцать|тринадцати|трынаццаць|трынаццаці|thirteen"],
  [14, "четырнадцать|четырнадцати|чатырнаццаць|чатырнаццаці|fourteen"],
  [15, "пятнадцать|пятнадцати|пятнаццаць|пятнаццаці|fifteen"],
  [16, "шестнадцать|шестнадцати|шаснаццаць|шаснаццаці|sixteen"],
  [17, "семнадцать|семнадцати|семнаццаць|семнаццаці|seventeen"],
  [18, "восемнадцать|восемнадцати|васемнаццаць|васемнаццаці|eighteen"],
  [19, "девятнадцать|девятнадцати|дзевятнаццаць|дзевятнаццаці|nineteen"],
  [20, "двадцать|двадцати|дваццаць|дваццаці|twenty"],
  [30, "тридцать|тридцати|трыццаць|трыццаці|thirty"],
  [40, "сорок|сорока|сорак|сарака|forty"],
  [50, "пятьдесят|пятидесяти|пяцьдзясят|пяцідзесяці|fifty"],
  [60, "шестьдесят|шестидесяти|шэсцьдзясят|шасцідзесяці|sixty"],
  [70, "семьдесят|семидесяти|семдзесят|сямідзесяці|seventy"],
  [80, "восемьдесят|восьмидесяти|восемдзесят|васьмідзесяці|eighty"],
  [90, "девяносто|девяноста|дзевяноста|ninety"],
  [100, "сто|ста"],
];

const VALUES = new Map(NUMERALS.flatMap(([value, words]) => words.split("|").map((word) => [word, value] as const)));
const WORD = [...VALUES.keys()].toSorted((a, b) => b.length - a.length).join("|");

/** One or more number words, for a place in a larger pattern. */
export const NUMERAL_PATTERN = `(?:${WORD})(?:[\\s-]+(?:${WORD})){0,2}`;

/** «двадцати пяти» → 25; null where a word is no number, or the words make none («пять двадцать»). */
export function numberOfWords(text: string): number | null {
  const values = text
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => VALUES.get(word));
  let sum = 0;
  let room = Number.POSITIVE_INFINITY;
  for (const value of values) {
    if (value === undefined || value >= room) return null;
    sum += value;
    // After tens come units, after units nothing.
    room = value >= 100 ? 100 : value >= 20 ? 10 : 0;
  }
  return sum;
}
