import { formatDay } from "#/lib/calendar/format.ts";
import { contents, type Edition, walk } from "#/lib/editions/edition.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { sharedWords } from "../shared/words.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const EDITION_TEMPLATE_VERSION = "edition/1";

export type ClauseBlock = { number: string; heading: string; depth: number; paragraphs: string[] };

export type EditionModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  facts: [name: string, value: string][];
  contentsTitle: string;
  contents: { number: string; heading: string }[];
  clauses: ClauseBlock[];
};

/** `publisher` is the seller of the offer in force; `sha256` that of the canonical text as stored. */
export type EditionFacts = { edition: Edition; sha256: string; publisher: SellerRequisites };

/** The frame of a text in Belarusian is Belarusian; of a text in any other language, Russian. */
export const frameLanguage = ({ language }: Edition): PaperLanguage => (language === "be" ? "be" : "ru");

/** A document of the library as a paper: the same words as on its page, clause numbers in the margin. */
export function editionModel({ edition, sha256, publisher }: EditionFacts): EditionModel {
  const { text, number, slug } = edition;
  const { tight } = sharedWords(frameLanguage(edition));
  const words: typeof ru = { ru, be }[frameLanguage(edition)];
  const page = sheet(text.title, edition.publishedOn, publisher, edition.language);
  const headed = contents(text);
  return {
    sheet: {
      ...page,
      foot: tight(words.foot(text.title, number, publisher.shortName, publisher.unp)),
      mark: words.mark(sha256),
    },
    title: text.title,
    subtitle: edition.subtitle ?? "",
    facts: [
      [words.facts.edition, `${number}${edition.example ? words.example : ""}`],
      ...approval(edition),
      [words.facts.published, formatDay(edition.publishedOn)],
      [words.facts.inForce, formatDay(edition.inForceFrom)],
      [words.facts.address, `https://${publisher.site}/documents/${slug}`],
    ],
    contentsTitle: headed.length < 5 ? "" : words.contents,
    contents: headed.length < 5 ? [] : headed.map((entry) => ({ number: entry.number ?? "", heading: entry.heading })),
    clauses: [...walk(text.clauses)].map(({ clause, depth }) => ({
      number: clause.number ?? "",
      heading: clause.heading ?? "",
      depth,
      paragraphs: clause.paragraphs.map(tight),
    })),
  };
}

function approval(edition: Edition): [string, string][] {
  const { orderNumber, orderDate } = edition;
  if (orderNumber === null) return [];
  const language = frameLanguage(edition);
  const words: typeof ru = { ru, be }[language];
  const order = words.approval(orderNumber, orderDate === null ? null : formatDay(orderDate));
  return [[words.facts.approved, sharedWords(language).tight(order)]];
}
