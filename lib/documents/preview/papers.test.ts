import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from "@cantoo/pdf-lib";
import { describe, expect, it } from "vitest";
import type { VatMode } from "#/lib/money/vat.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import type { PartyKind } from "#/lib/requisites/requisites.ts";
import { openPdf } from "#/lib/scans/open-pdf.ts";
import { readCodes } from "#/lib/scans/read-codes.ts";
import { type PaperModels, TEMPLATE_VERSIONS } from "../papers.ts";
import { renderPdf } from "../render.ts";
import { sealed } from "../shared/seal.ts";
import { pdfFonts, pdfHeads, pdfPages } from "../testing/pdf-text.ts";
import { invoiceFacts, noVat, seller, vat20 } from "../testing/samples.ts";
import { PREVIEW_LINES, PREVIEWED, type PreviewedKind, type PreviewFacts, previewModel } from "./model.ts";

const { offer, priceList } = invoiceFacts().frozen;
const KB = 1024;
const LARGEST = 60 * KB;
const squeeze = (text: string) => text.replace(/\s+/g, "");

const facts = (buyer: PartyKind, vat: VatMode, lines: number, language: PaperLanguage = "ru"): PreviewFacts => ({
  ...{ language, seller, offer, priceList, vat, buyer, lines, corrected: lines > 1 },
});
/** Documents of the library keep the bytes that they always had, unpacked: they are not held to the size of an issued paper. */
const LIBRARY: readonly PreviewedKind[] = ["edition", "price-list"];
/** A text of six sections and a life of six entries, as often as asked: what has no end has no limit of its own. */
const largest = (kind: PreviewedKind, lines: number) => {
  if (kind === "chronology") return LARGEST + lines * 2 * KB;
  return LIBRARY.includes(kind) ? LARGEST + lines * 6 * KB : LARGEST;
};
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
  const inBelarusian = [
    ["legalEntity", vat20, 30],
    ["soleProprietor", vat20, 1],
    ["individual", noVat, 6],
  ] as const;
  for (const [buyer, vat, lines] of inBelarusian)
    cases.push([`${buyer} in Belarusian` as typeof buyer, vat.kind, lines, facts(buyer, vat, lines, "be")]);
  // The library knows no kinds of customers.
  const asked = LIBRARY.includes(kind) ? cases.filter(([buyer]) => buyer.startsWith("legalEntity")) : cases;
  it.each(asked)("for a %s, VAT %s, %i lines: small, tagged, embedded, every word in it", async (_b, _v, _l, asked) => {
    const { model, bytes } = await drawn(kind, asked);
    expect(bytes.length).toBeLessThanOrEqual(largest(kind, asked.lines));
    expect(pdfFonts(bytes)).toEqual(["GolosText-Regular", "GolosText-SemiBold"]);
    const heads = pdfHeads(bytes);
    expect(heads).toMatch(/\/StructTreeRoot/);
    expect(heads).toContain(`/Lang (${asked.language})`);
    const pages = wordsOf(bytes);
    const { sheet, ...said } = model;
    for (const [at, page] of pages.entries()) {
      expect(page).toContain(squeeze(`${sheet.foot} ${sheet.page[0]} ${at + 1} ${sheet.page[1]} ${pages.length}`));
      expect(page).toContain(squeeze(sheet.seal?.words ?? "no seal"));
    }
    const foot = (at: number) =>
      squeeze(
        `${sheet.foot} ${sheet.page[0]} ${at + 1} ${sheet.page[1]} ${pages.length} ${sheet.mark} ${sheet.seal?.words}`,
      );
    const text = pages.map((page, at) => page.replace(foot(at), "")).join("");
    // Links of a chronology lead to clauses; their addresses are not printed.
    for (const words of strings(said).filter((said) => !said.startsWith("https://") || kind !== "chronology"))
      expect(text).toContain(squeeze(words));
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
  "price-list": {
    "name and date": ["Прейскурант", "Утверждена приказом № 4/2026 от 27.03.2026"],
    participants: ["192853716"],
    measure: ["12 месяцев", "480,00 BYN", "Цены указаны с НДС, ставка 20 %"],
  },
  edition: {
    "name and date": ["Публичный сублицензионный договор", "Опубликована 01.04.2026", "Действует с 06.04.2026"],
    participants: ["192853716"],
    content: ["Порядок расчётов", "SHA-256 текста редакции"],
  },
  chronology: {
    "name and date": ["№ 26-000145-7", "15.04.2026 12:12:03"],
    participants: ["192853716", "ОДО «Ромашка и партнёры»"],
    content: ["№ 12/2025-П от 29.12.2025", "Ромашкина Анна"],
  },
};

/** The same requisites where the paper is in Belarusian; what the sides are called and where they live stays as registered. */
const REQUISITES_BE: Record<PreviewedKind, Record<string, string[]>> = {
  invoice: {
    "name and date": ["Рахунак № 26-000145-7 ад 15.04.2026"],
    participants: ["Прадавец", "Плацельшчык (Карыстальнік)", "192853716", "190000018", "«Ромашка и партнёры»"],
    content: [
      "Сертыфікат «1С-Битрикс24.Маркет Плюс», 12 месяцаў",
      "партал romashka.bitrix24.by",
      "дагавор № 12/2025-П ад 29.12.2025",
    ],
    measure: ["1 шт.", "480,00", "ПДВ 20 %", "80,00", "Чатырыста восемдзесят беларускіх рублёў 00 капеек"],
  },
  act: {
    "name and date": ["Акт № 26-000102-1 ад 17.04.2026", "17 красавіка 2026 г."],
    participants: ["Прадавец", "Карыстальнік", "192853716", "190000018", "«Ромашка и партнёры»"],
    content: [
      "доступ у Каталог",
      "romashka.bitrix24.by",
      "дагавора № 12/2025-П ад 29.12.2025",
      "рахунку № 26-000145-7",
    ],
    measure: ["1 шт.", "480,00", "20 %", "80,00", "Чатырыста восемдзесят беларускіх рублёў 00 капеек"],
    signers: ["Директор", "Кавальков И. В.", "Генеральный директор", "Ромашкина А. П.", "на падставе доверенности № 5"],
  },
  "deemed-protocol": {
    "name and date": ["Пратакол да акта № 26-000102-1", "28 красавіка 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["пункта 3.8 дагавора", "скончыўся 27.04.2026", "так, рабочы дзень"],
    signers: ["Директор", "Кавальков И. В.", "на падставе устава"],
  },
  "refusal-letter": {
    "name and date": ["Адмова ад падпісання акта № 26-000102-1", "24 красавіка 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["указан портал, который Пользователю не принадлежит", "пункта 3.6 дагавора"],
    measure: ["480,00", "Чатырыста восемдзесят беларускіх рублёў 00 капеек"],
    signers: ["Генеральный директор", "Ромашкина А. П."],
  },
  "force-majeure-notice": {
    "name and date": ["Паведамленне пра форс-мажор", "24 красавіка 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["Наступіла 17.04.2026", "Чакаецца да 28.04.2026 уключна", "пункт 5.2 дагавора"],
    signers: ["Директор", "Кавальков И. В."],
  },
  reconciliation: {
    "name and date": ["Акт зверкі № 26-000007-6 ад 28.04.2026", "28 красавіка 2026 г."],
    participants: ["192853716", "190000018"],
    content: ["за перыяд з 15.04.2026 па 24.04.2026", "Плацёж № 318 ад 15.04.2026, залічаны 16.04.2026"],
    measure: ["480,00", "запазычанасці паміж Бакамі няма"],
    signers: ["Директор", "Кавальков И. В.", "Генеральный директор", "Ромашкина А. П."],
  },
  "postal-register": {
    "name and date": ["Рэестр паштовых адпраўленняў за 17.04.2026", "17 красавіка 2026 г."],
    participants: ["192853716", "Незабудкина Ольга"],
    content: ["230023, г. Гродно", "№ 26-000102-1 ад 17.04.2026"],
    measure: ["Усяго 1 ліст"],
    signers: ["Здаў", "Прыняў", "Кавальков И. В."],
  },
  "price-list": {
    "name and date": ["Прэйскурант", "Зацверджана загадам № 4/2026 ад 27.03.2026"],
    participants: ["192853716"],
    measure: ["12 месяцаў", "480,00 BYN", "Цэны пазначаны з ПДВ, стаўка 20 %"],
  },
  edition: {
    "name and date": ["Публічны субліцэнзійны дагавор", "Апублікавана 01.04.2026", "Дзейнічае з 06.04.2026"],
    participants: ["192853716"],
    content: ["Парадак разлікаў", "SHA-256 тэксту рэдакцыі"],
  },
  chronology: {
    "name and date": ["№ 26-000145-7", "15.04.2026 12:12:03"],
    participants: ["192853716", "ОДО «Ромашка и партнёры»"],
    content: ["№ 12/2025-П ад 29.12.2025", "Ромашкина Анна"],
  },
};

describe.each(PREVIEWED)("requisites of %s", (kind) => {
  it.each(["ru", "be"] as const)("in %s, and its code of squares leads to its verification", async (language) => {
    const { bytes, templateVersion } = await drawn(kind, facts("legalEntity", vat20, 1, language));
    expect(templateVersion).toBe(`${TEMPLATE_VERSIONS[kind]}${language === "be" ? "+be" : ""}`);
    const text = wordsOf(bytes).join("");
    const wanted = { ru: REQUISITES, be: REQUISITES_BE }[language][kind];
    for (const [name, words] of Object.entries(wanted))
      for (const word of words) expect(text, name).toContain(squeeze(word));

    const opened = await openPdf(bytes);
    if (!opened.ok) throw new Error(opened.error);
    const codes = await readCodes(await opened.value.render(1, 150));
    opened.value.close();
    expect(codes).toEqual(["https://smart-cg.by/verify/K7QM2X9D4RTN"]);
  });

  /** What can be told from the bytes; conformance itself is claimed by the compiler, no validator is at hand. */
  it("is an archive's PDF: says so in XMP, carries its colour and its letters, runs nothing", async () => {
    const { bytes } = await drawn(kind, facts("legalEntity", vat20, 1, "be"));
    const read = await PDFDocument.load(bytes, { updateMetadata: false });
    const { catalog, context } = read;
    const metadata = context.lookup(catalog.get(PDFName.of("Metadata")));
    if (!(metadata instanceof PDFRawStream)) throw new Error("no XMP");
    const xmp = new TextDecoder().decode(decodePDFRawStream(metadata).decode());
    const part = LIBRARY.includes(kind) ? "1" : "2";
    expect(xmp).toContain(`<pdfaid:part>${part}</pdfaid:part>`);
    expect(xmp).toContain("<pdfaid:conformance>A</pdfaid:conformance>");
    expect(xmp).toMatch(/<dc:language>[\s\S]*be[\s\S]*<\/dc:language>/);
    const intent = catalog.lookup(PDFName.of("OutputIntents"), PDFArray).lookup(0, PDFDict);
    expect(intent.get(PDFName.of("S"))).toBe(PDFName.of("GTS_PDFA1"));
    expect(intent.has(PDFName.of("DestOutputProfile"))).toBe(true);
    expect(catalog.lookup(PDFName.of("MarkInfo"), PDFDict).get(PDFName.of("Marked"))?.toString()).toBe("true");
    const dicts = context
      .enumerateIndirectObjects()
      .flatMap(([, object]) => (object instanceof PDFDict ? [object] : []));
    const fonts = dicts.filter((dict) => dict.get(PDFName.of("Type")) === PDFName.of("FontDescriptor"));
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(["FontFile2", "FontFile3"].some((file) => font.has(PDFName.of(file)))).toBe(true);
    for (const forbidden of ["JavaScript", "Launch", "EmbeddedFiles", "AA"])
      expect(
        dicts.some((dict) => dict.has(PDFName.of(forbidden))),
        forbidden,
      ).toBe(false);
  });
});

/** Every word that goes to a template, so that a change of one is seen by whoever reviews it and the version is raised. */
it.each(PREVIEWED.flatMap((kind) => [["ru", kind] as const, ["be", kind] as const]))(
  "the model in %s of %s is as it was (golden)",
  async (language, kind) => {
    const models = [facts("legalEntity", vat20, 1, language), facts("individual", noVat, 6, language)].map((asked) =>
      previewModel(kind, asked),
    );
    const file = `./golden/${kind}${language === "ru" ? "" : `.${language}`}.txt`;
    await expect(`${JSON.stringify(models, null, 1)}\n`).toMatchFileSnapshot(file);
  },
);

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
