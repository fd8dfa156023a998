import { formatMoney } from "#/lib/money/kopecks.ts";
import { divideHalfUp, type VatMode } from "#/lib/money/vat.ts";
import { type EditionFacts, type EditionModel, editionModel, frameLanguage } from "../edition/model.ts";
import { sharedWords } from "../shared/words.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const PRICE_LIST_TEMPLATE_VERSION = "price-list/1";

export type PriceListModel = Omit<EditionModel, "contents" | "contentsTitle"> & {
  table: { head: string[]; rows: [name: string, amount: string, monthly: string][] };
  vatNote: string;
};

/** The price list as a paper (3.3). `vat` is the mode of today: it is printed as a line, the price does not depend on it. */
export function priceListModel({ vat, ...facts }: EditionFacts & { vat: VatMode }): PriceListModel {
  const { contents: _, contentsTitle: __, ...model } = editionModel(facts);
  const shared = sharedWords(frameLanguage(facts.edition));
  const words: typeof ru = { ru, be }[shared.language];
  return {
    ...model,
    table: {
      head: words.head(shared.certificate),
      rows: facts.edition.prices.map((row) => [
        shared.months(row.months),
        formatMoney(row.amount),
        formatMoney(divideHalfUp(row.amount, BigInt(row.months))),
      ]),
    },
    vatNote: shared.tight(vat.kind === "none" ? shared.noVatBecause(vat.basis) : words.vat(vat.rate)),
  };
}
