import { expect, it } from "vitest";

import { asDay } from "#/lib/calendar/day.ts";
import { renderPdf } from "../render.ts";
import { pdfPages } from "../testing/pdf-text.ts";
import { invoiceFacts, seller } from "../testing/samples.ts";
import { type ChronologyEntry, chronologyModel } from "./model.ts";

const entry: ChronologyEntry = {
  seq: 1,
  at: "2026-04-15T21:30:00.000Z",
  actorKind: "customer",
  actorName: "Ромашкина Анна",
  onBehalfOf: null,
  step: "refuse-act",
  clause: "3.6",
  reason: "Не тот портал",
  data: {},
  hash: "ab".repeat(32),
};
const model = (entries: ChronologyEntry[]) =>
  chronologyModel({
    ...{ number: "26-000145-7", customer: "ОДО «Ромашка»", seller, entries },
    contract: { id: "5f4dcc3b-0000-4000-8000-000000000000", placedAt: new Date("2026-04-15T09:00:00Z") },
    offer: invoiceFacts().frozen.offer,
    offerUrl: "https://shop.example/documents/license-bitrix24-market/1",
    seal: { root: "cd".repeat(32), day: asDay("2026-04-15") },
  });

it("tells each entry by Minsk time, with a link to its clause", () => {
  expect(model([entry]).rows).toEqual([
    {
      when: "16.04.2026 00:30:00",
      who: "Ромашкина Анна",
      what: "В подписании акта отказано",
      detail: "Причина: Не тот портал",
      clause: "3.6",
      href: "https://shop.example/documents/license-bitrix24-market/1#3.6",
      hash: "abababababababab",
    },
  ]);
});

it("names the house, erased people and papers", () => {
  const { rows } = model([
    { ...entry, actorKind: "system", actorName: "draw-paper", step: "draw-paper", data: { kind: "act" } },
    { ...entry, actorName: "" },
    { ...entry, actorKind: "staff", actorName: "Павел" },
  ]);
  expect(rows.map(({ who }) => who)).toEqual(["система", "имя удалено по запросу", "Павел, продавец"]);
  expect(rows[0]!.what).toBe("Документ сформирован: акт");
});

it("says for whom staff acted, and on what word", () => {
  const onBehalf = { how: "phone", reason: "звонил директор, просит отменить" };
  const [row] = model([
    { ...entry, actorKind: "staff", actorName: "Павел", onBehalfOf: "party:1", data: { onBehalf } },
  ]).rows;
  expect(row).toMatchObject({
    who: "Павел, продавец, от имени ОДО «Ромашка»",
    detail: "Причина: Не тот портал. Поручение по телефону: звонил директор, просит отменить",
  });
});

it("is drawn, over several pages where the life was long", async () => {
  const { bytes } = await renderPdf("chronology", model(Array.from({ length: 80 }, () => entry)));
  const pages = pdfPages(bytes);
  expect(pages.length).toBeGreaterThan(1);
  expect(pages.join(" ").replace(/\s+/g, " ")).toContain("В подписании акта отказано");
});
