import { describe, expect, it } from "vitest";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { editionSha256 } from "#/lib/editions/hash.ts";
import { actModel } from "./act/model.ts";
import { deemedProtocolModel } from "./deemed-protocol/model.ts";
import { editionModel } from "./edition/model.ts";
import { invoiceModel } from "./invoice/model.ts";
import { type PaperKind, type PaperModels, TEMPLATE_VERSIONS } from "./papers.ts";
import { priceListModel } from "./price-list/model.ts";
import { renderPdf } from "./render.ts";
import { sealed } from "./shared/seal.ts";
import type { Sheet } from "./shared/sheet.ts";
import { pdfFonts, pdfHeads, pdfPages } from "./testing/pdf-text.ts";
import * as sample from "./testing/samples.ts";

const sentOn = asDay("2026-04-17");
const edition = (slug: string) => {
  const found = sample.seedEdition(slug);
  return { edition: found, sha256: editionSha256(found.text, found.prices), publisher: sample.seller };
};
const { vat20, soleProprietor, individual } = sample;
const replaces = { number: "26-000101-3", issuedOn: sentOn, reason: "в прежнем акте неверно указан портал" };

type Case = { [Kind in PaperKind]: [name: string, kind: Kind, model: PaperModels[Kind], maxBytes: number] }[PaperKind];
const KB = 1024;
const seal = <M extends { sheet: Sheet }>(model: M) => sealed(model, "https://smart-cg.by", "K7QM2X9D4RTN");
const thirty = <L extends { portal: string }>([line]: L[]) =>
  Array.from({ length: 30 }, (_, at) => ({ ...line, portal: `portal-${at}.bitrix24.by` }) as L);
const papers: Case[] = [
  ["invoice of a legal entity", "invoice", invoiceModel(sample.invoiceFacts()), 60 * KB],
  [
    "invoice with VAT of a person",
    "invoice",
    invoiceModel(sample.invoiceFacts({ vat: vat20, buyer: individual })),
    60 * KB,
  ],
  [
    "invoice of thirty lines with its code",
    "invoice",
    seal(invoiceModel(sample.invoiceFacts({ vat: vat20, lines: thirty(sample.invoiceFacts().frozen.lines) }))),
    60 * KB,
  ],
  ["act of a legal entity", "act", actModel(sample.actFacts()), 60 * KB],
  [
    "act of thirty lines with its code",
    "act",
    seal(actModel(sample.actFacts({ lines: thirty(sample.actFacts().frozen.lines) }))),
    60 * KB,
  ],
  ["act of a sole proprietor", "act", actModel(sample.actFacts({ buyer: soleProprietor, vat: vat20 })), 60 * KB],
  ["corrected act of a person", "act", actModel(sample.actFacts({ buyer: individual, replaces }, "post")), 60 * KB],
  [
    "protocol of silence",
    "deemed-protocol",
    deemedProtocolModel({
      act: {
        ...sample.actFacts(),
        sentOn,
        ediDocumentId: "a81bc81b-5d1e-4f7b",
        trackingNumber: null,
        receivedOn: null,
      },
      counted: addWorkingDays(belarusCalendar, sentOn, 5),
      deemedOn: asDay("2026-04-28"),
    }),
    60 * KB,
  ],
  ["price list", "price-list", priceListModel({ ...edition("price-list"), vat: sample.noVat }), 60 * KB],
  ["privacy policy", "edition", editionModel(edition("privacy-policy")), 80 * KB],
  ["usage rules", "edition", editionModel(edition("usage-rules")), 60 * KB],
  ["offer", "edition", editionModel(edition("license-bitrix24-market")), 120 * KB],
];

const squeeze = (text: string) => text.replace(/\s+/g, "");

/** The words of a paper: everything but white space, the feet of its pages taken off. */
function wordsOf(bytes: Uint8Array, { sheet }: PaperModels[PaperKind]): string {
  const pages = pdfPages(bytes).map(squeeze);
  return pages
    .map((page, at) => {
      const foot = squeeze(
        `${sheet.foot} Страница ${at + 1} из ${pages.length} ${sheet.mark} ${sheet.seal?.words ?? ""}`,
      );
      expect(page).toContain(foot);
      return page.replace(foot, "");
    })
    .join("");
}

const strings = (value: unknown): string[] => {
  if (typeof value === "string") return [value];
  return value !== null && typeof value === "object" ? Object.values(value).flatMap(strings) : [];
};

describe.each(papers)("%s", (_name, kind, model, maxBytes) => {
  it("comes out the same byte by byte, small, in our own type only", async () => {
    const [first, second] = [await renderPdf(kind, model), await renderPdf(kind, model)];
    expect(second.sha256).toBe(first.sha256);
    expect(first.templateVersion).toBe(TEMPLATE_VERSIONS[kind]);
    expect(first.bytes.length).toBeLessThanOrEqual(maxBytes);
    expect(pdfFonts(first.bytes)).toEqual(["GolosText-Regular", "GolosText-SemiBold"]);
    expect(pdfHeads(first.bytes)).toMatch(/\/StructTreeRoot/);
  });

  it("says every word of its model, so that it can be copied out", async () => {
    const text = wordsOf((await renderPdf(kind, model)).bytes, model);
    const { sheet: _, ...said } = model;
    for (const words of strings(said)) expect(text).toContain(squeeze(words));
  });
});

describe("a name is never code", () => {
  const hostile = [
    '#panic("x") $ _a_ *b* `c` <d> @e \\ ] "quotes" //x',
    '=1+1 #import "a.typ" #sys.inputs',
    "Oбщество-с-очень-длинным-именем ".repeat(8).trim(),
    "Ж".repeat(200),
  ];
  it.each(hostile)("%s", async (shortName) => {
    const model = actModel(sample.actFacts({ buyer: { ...sample.legalEntity, fullName: shortName, shortName } }));
    const text = wordsOf((await renderPdf("act", model)).bytes, model);
    expect(text.split(squeeze(shortName)).length).toBeGreaterThan(2);
    expect(text).not.toMatch(/[\u200B-\u200F]/);
  });

  it("takes marks that turn text around out, and does not fail on a character without a shape", async () => {
    const buyer = { ...sample.individual, fullName: "Иванова\u202E 00,001 \u0007Ольга" };
    const model = invoiceModel(sample.invoiceFacts({ buyer }));
    expect(wordsOf((await renderPdf("invoice", model)).bytes, model)).toContain("Иванова00,001Ольга");
    const smiling = invoiceModel(sample.invoiceFacts({ buyer: { ...buyer, fullName: "Иванова 😀 山" } }));
    const { bytes, sha256 } = await renderPdf("invoice", smiling);
    expect(Buffer.from(bytes).subarray(0, 5).toString()).toBe("%PDF-");
    expect((await renderPdf("invoice", smiling)).sha256).toBe(sha256);
  });
});
