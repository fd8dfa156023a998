import { formatDay } from "#/lib/calendar/format.ts";
import { contents, type Edition, walk } from "#/lib/editions/edition.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { tight } from "../shared/words.ts";

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

/** A document of the library as a paper: the same words as on its page, clause numbers in the margin. */
export function editionModel({ edition, sha256, publisher }: EditionFacts): EditionModel {
  const { text, number, slug } = edition;
  const page = sheet(text.title, edition.publishedOn, publisher, edition.language);
  const headed = contents(text);
  return {
    sheet: {
      ...page,
      foot: tight(`${text.title}, редакция ${number} · ${publisher.shortName}, УНП ${publisher.unp}`),
      mark: `SHA-256 текста редакции: ${sha256}`,
    },
    title: text.title,
    subtitle: edition.subtitle ?? "",
    facts: [
      ["Редакция", `${number}${edition.example ? ", пример для демонстрации" : ""}`],
      ...approval(edition),
      ["Опубликована", formatDay(edition.publishedOn)],
      ["Действует с", formatDay(edition.inForceFrom)],
      ["Адрес", `https://${publisher.site}/documents/${slug}`],
    ],
    contentsTitle: headed.length < 5 ? "" : "Содержание",
    contents: headed.length < 5 ? [] : headed.map((entry) => ({ number: entry.number ?? "", heading: entry.heading })),
    clauses: [...walk(text.clauses)].map(({ clause, depth }) => ({
      number: clause.number ?? "",
      heading: clause.heading ?? "",
      depth,
      paragraphs: clause.paragraphs.map(tight),
    })),
  };
}

function approval({ orderNumber, orderDate }: Edition): [string, string][] {
  if (orderNumber === null) return [];
  return [["Утверждена", tight(`приказом № ${orderNumber}${orderDate === null ? "" : ` от ${formatDay(orderDate)}`}`)]];
}
