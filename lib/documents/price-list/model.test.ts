import { expect, it } from "vitest";
import { noVat, seedEdition, seller, vat20 } from "../testing/samples.ts";
import { priceListModel } from "./model.ts";

const facts = { edition: seedEdition("price-list"), sha256: "0".repeat(64), publisher: seller };
const plain = (text: string) => text.replaceAll("\u00A0", " ");

it("lists each period with its price and what a month of it costs, half a kopeck up", () => {
  expect(priceListModel({ ...facts, vat: noVat }).table.rows.map((row) => row.map(plain))).toEqual([
    ["1 месяц", "49,00 BYN", "49,00 BYN"],
    ["3 месяца", "139,00 BYN", "46,33 BYN"],
    ["6 месяцев", "264,00 BYN", "44,00 BYN"],
    ["12 месяцев", "480,00 BYN", "40,00 BYN"],
  ]);
});

it("prints the VAT line of the seller's mode", () => {
  expect(plain(priceListModel({ ...facts, vat: noVat }).vatNote)).toBe("Без НДС. Основание: пример основания.");
  expect(plain(priceListModel({ ...facts, vat: vat20 }).vatNote)).toContain("с НДС, ставка 20 %");
});
