const NBSP = "\u00A0";

/** What never parts from the word after it: signs and short words of an address, of a clause, one-letter words. */
const LEADS_RU = leads("№|п|г|ул|д|кв|пом|корп|от|до|пункт[аеыу]?|стать[яеи]|редакция|редакции|[авикосуАВИКОСУ]");
/** Addresses stay in the language in which they were registered, so the Russian words are held as well. */
const LEADS_BE = leads(
  "№|п|г|ул|вул|д|кв|пом|пам|корп|от|до|ад|да|пункт[аеыу]?|артыкул[ау]?|рэдакцыя|рэдакцыі|на|па|[аізуўАІЗУЎ]",
);
/** A count never parts from what it counts: «15 рабочих», «480 белорусских». */
const COUNTS_RU = /(?<=(?:^|[\s(])\d{1,3}) (?=(?!стать|и\s)[\p{Ll}(])/gu;
const COUNTS_BE = /(?<=(?:^|[\s(])\d{1,3}) (?=(?!артыкул|[іў]\s)[\p{Ll}(])/gu;

function leads(words: string): RegExp {
  return new RegExp(`(?<=(?:^|[\\s(«])(?:${words}))(\\.?) `, "g");
}

const hold = (words: RegExp, counts: RegExp) => (text: string) =>
  text.replace(words, `$1${NBSP}`).replace(counts, NBSP);

/** Spaces that must not break made hard, by the rules of Russian. */
export const tight = hold(LEADS_RU, COUNTS_RU);
/** The same by those of Belarusian. */
export const tightBe = hold(LEADS_BE, COUNTS_BE);
