import { formatMoney } from "#/lib/money/kopecks.ts";
import { divideHalfUp, type VatMode } from "#/lib/money/vat.ts";
import { type EditionFacts, type EditionModel, editionModel } from "../edition/model.ts";
import { CERTIFICATE, months, tight } from "../shared/words.ts";

export const PRICE_LIST_TEMPLATE_VERSION = "price-list/1";

export type PriceListModel = Omit<EditionModel, "contents" | "contentsTitle"> & {
  table: { head: string[]; rows: [name: string, amount: string, monthly: string][] };
  vatNote: string;
};

/** The price list as a paper (3.3). `vat` is the mode of today: it is printed as a line, the price does not depend on it. */
export function priceListModel({ vat, ...facts }: EditionFacts & { vat: VatMode }): PriceListModel {
  const { contents: _, contentsTitle: __, ...model } = editionModel(facts);
  return {
    ...model,
    table: {
      head: [`${CERTIFICATE} на период`, "Вознаграждение", "В месяц, справочно"],
      rows: facts.edition.prices.map((row) => [
        months(row.months),
        formatMoney(row.amount),
        formatMoney(divideHalfUp(row.amount, BigInt(row.months))),
      ]),
    },
    vatNote: tight(
      vat.kind === "none"
        ? `Без НДС. Основание: ${vat.basis}.`
        : `Цены указаны с НДС, ставка ${vat.rate} %. НДС выделяется в счёте и акте.`,
    ),
  };
}
