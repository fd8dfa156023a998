import { describe, expect, it } from "vitest";
import type { VatMode } from "#/lib/money/vat.ts";
import type { PartyKind } from "#/lib/requisites/requisites.ts";
import type { PaperModels } from "../papers.ts";
import { renderPdf } from "../render.ts";
import { sealed } from "../shared/seal.ts";
import { pdfFonts, pdfHeads, pdfPages } from "../testing/pdf-text.ts";
import { invoiceFacts, noVat, seller, vat20 } from "../testing/samples.ts";
import { PREVIEW_LINES, PREVIEWED, type PreviewedKind, type PreviewFacts, previewModel } from "./model.ts";

const { offer, priceList } = invoiceFacts().frozen;
const LARGEST = 60 * 1024;
const squeeze = (text: string) => text.replace(/\s+/g, "");

const facts = (buyer: PartyKind, vat: VatMode, lines: number): PreviewFacts => ({
  ...{ seller, offer, priceList, vat, buyer, lines, corrected: lines > 1 },
});
const drawn = async (kind: PreviewedKind, asked: PreviewFacts) => {
  const model = sealed(previewModel(kind, asked), "https://smart-cg.by", "K7QM2X9D4RTN") as PaperModels[PreviewedKind];
  return { model, ...(await renderPdf(kind, model)) };
};
const strings = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(strings) : [];
};
const wordsOf = (bytes: Uint8Array) => pdfPages(bytes).map(squeeze);

/** Every paper, for every kind of customer, with and without VAT, short and long. */
describe.each(PREVIEWED)("%s", (kind) => {
  const buyers = ["legalEntity", "soleProprietor", "individual"] as const;
  const cases = buyers.flatMap((buyer) =>
    [noVat, vat20].flatMap((vat) =>
      PREVIEW_LINES.map((lines) => [buyer, vat.kind, lines, facts(buyer, vat, lines)] as const),
    ),
  );
  it.each(cases)("for a %s, VAT %s, %i lines: small, tagged, embedded, every word in it", async (_b, _v, _l, asked) => {
    const { model, bytes } = await drawn(kind, asked);
    expect(bytes.length).toBeLessThanOrEqual(LARGEST);
    expect(pdfFonts(bytes)).toEqual(["GolosText-Regular", "GolosText-SemiBold"]);
    const heads = pdfHeads(bytes);
    expect(heads).toMatch(/\/StructTreeRoot/);
    expect(heads).toMatch(/\/Lang \(ru\)/);
    const pages = wordsOf(bytes);
    const { sheet, ...said } = model;
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(squeeze(`${sheet.foot} ${sheet.page[0]} ${at + 1} ${sheet.page[1]} ${pages.length}`));
      expect(page).toContain(squeeze(sheet.seal?.words ?? "no seal"));
    }
    const foot = (at: number) =>
      squeeze(`${sheet.foot} ${sheet.page[0]} ${at + 1} ${sheet.page[1]} ${pages.length} ${sheet.seal?.words}`);
    const text = pages.map((page, at) => page.replace(foot(at), "")).join("");
    for (const words of strings(said)) expect(text).toContain(squeeze(words));
  });
});

/** Law 57-З art. 10 p. 2, on each paper that is a primary document or stands beside one. */
const REQUISITES: Record<PreviewedKind, Record<string, string[]>> = {
  invoice: {
    "name and date": ["Счёт № 26-000145-7 от 15.04.2026"],
    participants: ["192853716", "190000018", "«Ромашка и партнёры»"],
    content: ["Сертификат «1С-Битрикс24.Маркет Плюс», 12 месяцев", "romashka.bitrix24.by", "№ 12/2025-П от 29.12.2025"],
    measure: ["1 шт.", "480,00", "80,00", "Четыреста восемьдесят белорусских рублей 00 копеек"],
  },
  act: {
    "name and date": ["Акт № 26-000102-1 от 17.04.2026", "17 апреля 2026 г."],
    participants: ["192853716", "190000018", "«Ромашка и партнёры»"],
    content: ["доступ в Каталог", "romashka.bitrix24.by", "№ 12/2025-П от 29.12.2025", "счёта № 26-000145-7"],
    measure: ["1 шт.", "480,00", "20 %", "80,00", "Четыреста восемьдесят белорусских рублей 00 копеек"],
    signers: ["Директор", "Кавальков И. В.", "Генеральный директор", "Ромашкина А. П.", "доверенности № 5"],
  },
  "deemed-protocol": {
    "name and date": ["Протокол к акту № 26-000102-1", "28 апреля 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["пункту 3.8 договора", "истёк 27.04.2026"],
    signers: ["Директор", "Кавальков И. В.", "на основании устава"],
  },
  "refusal-letter": {
    "name and date": ["Отказ от подписания акта № 26-000102-1", "24 апреля 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["указан портал, который Пользователю не принадлежит", "пункту 3.6 договора"],
    measure: ["480,00", "Четыреста восемьдесят белорусских рублей 00 копеек"],
    signers: ["Генеральный директор", "Ромашкина А. П."],
  },
  "force-majeure-notice": {
    "name and date": ["Уведомление о форс-мажоре", "24 апреля 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["Наступило 17.04.2026", "Ожидается до 28.04.2026 включительно", "пункт 5.2 договора"],
    signers: ["Директор", "Кавальков И. В."],
  },
  reconciliation: {
    "name and date": ["Акт сверки № 26-000007-6 от 28.04.2026", "28 апреля 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["за период с 15.04.2026 по 24.04.2026", "Платёж № 318 от 15.04.2026, зачислен 16.04.2026"],
    measure: ["480,00", "задолженности между Сторонами нет"],
    signers: ["Директор", "Кавальков И. В.", "Генеральный директор", "Ромашкина А. П."],
  },
  "postal-register": {
    "name and date": ["Реестр почтовых отправлений за 17.04.2026", "17 апреля 2026 г."],
    participants: ["192853716", "Незабудкина Ольга"],
    content: ["230023, г. Гродно", "№ 26-000102-1 от 17.04.2026"],
    measure: ["Всего 1 письмо"],
    signers: ["Сдал", "Принял", "Кавальков И. В."],
  },
};

describe.each(PREVIEWED)("requisites of %s", (kind) => {
  it.each(Object.entries(REQUISITES[kind]))("%s", async (_name, words) => {
    const { bytes } = await drawn(kind, facts("legalEntity", vat20, 1));
    const text = wordsOf(bytes).join("");
    for (const word of words) expect(text).toContain(squeeze(word));
  });
});

/** Every word that goes to a template, so that a change of one is seen by whoever reviews it and the version is raised. */
it.each(PREVIEWED)("the model of %s is as it was (golden)", async (kind) => {
  const models = [facts("legalEntity", vat20, 1), facts("individual", noVat, 6)].map((asked) =>
    previewModel(kind, asked),
  );
  await expect(`${JSON.stringify(models, null, 1)}\n`).toMatchFileSnapshot(`./golden/${kind}.txt`);
});

it("VAT stands on invoice and act by its mode: the rate, or none with its ground", async () => {
  for (const kind of ["invoice", "act"] as const) {
    const without = wordsOf((await drawn(kind, facts("legalEntity", noVat, 6))).bytes).join("");
    expect(without).toContain(squeeze("Без НДС. Основание: пример основания."));
    const withVat = wordsOf((await drawn(kind, facts("legalEntity", vat20, 6))).bytes).join("");
    expect(withVat).toContain(
      squeeze("В том числе НДС 20 %: 480,00 BYN (Четыреста восемьдесят белорусских рублей 00 копеек)."),
    );
  }
});
