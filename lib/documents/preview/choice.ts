import { PAPER_LANGUAGES } from "#/lib/requisites/paper-language.ts";
import { PREVIEW_KINDS_OF_BUYER, PREVIEW_LINES, type PreviewFacts } from "./model.ts";

/** What a reader of a preview may turn. */
export type PreviewChoice = Pick<PreviewFacts, "language" | "vat" | "buyer" | "lines" | "corrected">;
export type ChoiceQuery = {
  language?: string | undefined;
  vat?: string | undefined;
  buyer?: string | undefined;
  lines?: string | undefined;
  corrected?: string | undefined;
};

export const PREVIEW_VAT = ["none", "20"] as const;

/** A choice as it stands in an address; anything unknown is the first of its kind. */
export function readChoice(query: ChoiceQuery): PreviewChoice {
  const buyer = PREVIEW_KINDS_OF_BUYER.find((one) => one === query.buyer) ?? "legalEntity";
  const lines = PREVIEW_LINES.find((one) => String(one) === query.lines) ?? 1;
  const vat = query.vat === "20" ? ({ kind: "included", rate: 20 } as const) : NO_VAT;
  const language = PAPER_LANGUAGES.find((one) => one === query.language) ?? "ru";
  return { language, buyer, lines, vat, corrected: query.corrected === "yes" };
}

/** The ground is the seller's own text, printed as it stands. */
const NO_VAT = { kind: "none", basis: "пример основания" } as const;
