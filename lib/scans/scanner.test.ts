import { expect, test } from "vitest";

import { actModel } from "#/lib/documents/act/model.ts";
import { pageCodeText } from "#/lib/documents/page-code.ts";
import { renderPdf } from "#/lib/documents/render.ts";
import { sealed } from "#/lib/documents/shared/seal.ts";
import { actFacts } from "#/lib/documents/testing/samples.ts";
import { assemblePdf } from "./assemble.ts";
import { grayPng } from "./gray.ts";
import { openPdf } from "./open-pdf.ts";
import { readCodes } from "./read-codes.ts";
import { asScanned, scannedPdf } from "./testing/scanner.ts";

const origin = "https://smart-cg.by";
const code = "K7QM2X9D4RTN";
const { frozen } = actFacts();
const lines = Array.from({ length: 10 }, () => frozen.lines[0]!);
const act = await renderPdf("act", sealed(actModel(actFacts({ lines })), origin, code, 2));
const opened = await openPdf(act.bytes);
if (!opened.ok) throw new Error("our own act does not open");
const paper = opened.value;
const text = (page: number) => pageCodeText({ origin, code, page, pages: 2 });

test("every page of an act carries which of how many it is", async () => {
  expect(paper.pages).toBe(2);
  expect(act.pages).toBe(2);
  for (const page of [1, 2]) expect(await readCodes(await paper.render(page, 150))).toEqual([text(page)]);
});

test.each([
  [150, 0],
  [150, 2],
  [150, -4],
  [150, 90],
  [150, 180],
  [300, 1.5],
  [300, 271],
])(
  "a page scanned at %i dpi, turned by %d degrees and specked, is read",
  async (dpi, angle) => {
    const scanned = asScanned(await paper.render(1, dpi), { angle, seed: dpi + angle });
    expect(await readCodes(scanned)).toEqual([text(1)]);
    expect(await readCodes(grayPng(scanned))).toEqual([text(1)]);
  },
  30_000,
);

test("an empty sheet and one of noise have no code, and nothing throws", async () => {
  const blank = { width: 1240, height: 1754, data: new Uint8Array(1240 * 1754).fill(255) };
  expect(await readCodes(blank)).toEqual([]);
  expect(await readCodes(asScanned(blank, { specks: 0.4 }))).toEqual([]);
});

test("what is no PDF is refused, not thrown", async () => {
  expect(await openPdf(new TextEncoder().encode("%PDF-1.7 broken %%EOF"))).toEqual({ ok: false, error: "scan.broken" });
  const broken = { mediaType: "application/pdf", bytes: new TextEncoder().encode("%PDF-1.7 %%EOF") };
  expect(await assemblePdf([{ source: broken, page: 1 }])).toEqual({ ok: false, error: "scan.broken" });
});

test("pages are put together as they are, a picture becomes a sheet", async () => {
  const scanned = asScanned(await paper.render(2, 150), { angle: 1 });
  const stack = { mediaType: "application/pdf", bytes: await scannedPdf([{ picture: scanned, dpi: 150 }]) };
  const photo = { mediaType: "image/png", bytes: grayPng(asScanned(await paper.render(1, 150), { angle: 90 })) };
  const both = await assemblePdf([
    { source: photo, page: 1 },
    { source: stack, page: 1 },
  ]);
  const read = both.ok ? await openPdf(both.value) : both;
  if (!read.ok) throw new Error(read.error);
  expect(read.value.pages).toBe(2);
  for (const page of [1, 2]) expect(await readCodes(await read.value.render(page, 200))).toEqual([text(page)]);
  read.value.close();
}, 30_000);
