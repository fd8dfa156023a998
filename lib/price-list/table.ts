import { stringify } from "csv-stringify/sync";
import { writeXlsx } from "hucre/xlsx";

import { formatDay } from "#/lib/calendar/format.ts";
import type { Edition } from "#/lib/editions/edition.ts";
import { translator } from "#/lib/messages/messages.ts";
import { toDecimal } from "#/lib/money/kopecks.ts";

/** What a table of prices is made of; sums are gross, VAT included where the mode of the day says so. */
type Prices = Pick<Edition, "number" | "publishedOn" | "inForceFrom" | "prices">;

const t = translator("ru", "prices");
const NAME = { "market-plus": () => t("table.marketPlus") };
const HEAD = () => [
  t("table.product"),
  t("table.months"),
  t("table.amount"),
  t("table.currency"),
  t("table.inForceFrom"),
  t("table.edition"),
];

/** For a spreadsheet in Russian: semicolons, a decimal comma, a mark of UTF-8; no cell can begin a formula. */
export function pricesCsv({ number, inForceFrom, prices }: Prices): string {
  const rows = prices.map(({ product, months, amount }) => [
    ...[NAME[product](), months, toDecimal(amount).replace(".", ",")],
    ...["BYN", formatDay(inForceFrom), number],
  ]);
  return stringify([HEAD(), ...rows], { bom: true, delimiter: ";", record_delimiter: "\r\n", escape_formulas: true });
}

/** The same as a workbook: months and sums are numbers, the day is a date. The same bytes at every call. */
export function pricesXlsx({ number, publishedOn, inForceFrom, prices }: Prices): Promise<Uint8Array> {
  const from = new Date(`${inForceFrom}T00:00:00Z`);
  const published = new Date(`${publishedOn}T00:00:00Z`);
  const formats = [undefined, "0", "#,##0.00", undefined, "dd.mm.yyyy", "0"];
  const widths = [34, 14, 14, 9, 16, 10];
  return writeXlsx({
    properties: { created: published, modified: published, creator: "smart-cg", title: t("table.sheet") },
    sheets: [
      {
        name: t("table.sheet"),
        columns: HEAD().map((header, at) => ({
          ...{ header, key: String(at), width: widths[at] },
          ...(formats[at] && { numFmt: formats[at] }),
        })),
        // Kopecks of a price are far below the precision of a double: the cell shows exactly the sum.
        data: prices.map(({ product, months, amount }) => ({
          ...{ 0: NAME[product](), 1: months, 2: Number(amount) / 100, 3: "BYN", 4: from, 5: number },
        })),
        freezePane: { rows: 1 },
      },
    ],
  });
}
