import { type Day, dateOf, monthOf, yearOf } from "#/lib/calendar/day.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { SheetSeal } from "./seal.ts";

/** What the page itself needs: PDF title and author, fixed date (same model, same bytes), footer. */
export type Sheet = {
  title: string;
  author: string;
  contact: string;
  lang: "ru" | "be" | "en" | "kk";
  date: [year: number, month: number, date: number];
  foot: string;
  /** One more line of the foot: the hash of an edition's text; empty where there is none. */
  mark: string;
  /** «Страница 1 из 2» in the language of the paper. */
  page: [name: string, of: string];
  /** The code that verifies the paper; null where none was given (documents of the library have their hash). */
  seal: SheetSeal | null;
};

const PAGE: Record<Sheet["lang"], Sheet["page"]> = {
  ru: ["Страница", "из"],
  be: ["Старонка", "з"],
  en: ["Page", "of"],
  kk: ["Страница", "из"],
};

export function sheet(title: string, on: Day, seller: SellerRequisites, lang: Sheet["lang"] = "ru"): Sheet {
  return {
    title,
    author: seller.shortName,
    contact: `${seller.site} · ${seller.phone}`,
    lang,
    date: [yearOf(on), monthOf(on), dateOf(on)],
    foot: `${title} · ${seller.shortName}, УНП ${seller.unp}`,
    mark: "",
    page: PAGE[lang],
    seal: null,
  };
}
