import { PDFDocument } from "@cantoo/pdf-lib";
import { expect, it } from "vitest";
import { actModel } from "./act/model.ts";
import { packPdf } from "./pack.ts";
import { renderPdf } from "./render.ts";
import * as sample from "./testing/samples.ts";

/** Another program's reader, which knows object streams and follows every reference. */
it("is read by a reader that is not ours, with its pages, title and tags", async () => {
  const { bytes } = await renderPdf("act", actModel(sample.actFacts()));
  const text = Buffer.from(bytes).toString("latin1");
  expect(text).toMatch(/^%PDF-1\.7\n/);
  expect(text).toMatch(/\/Type \/ObjStm/);
  expect(text).toMatch(/\/ID \[/);
  const read = await PDFDocument.load(bytes, { updateMetadata: false });
  expect(read.getPageCount()).toBe(1);
  expect(read.getTitle()).toContain("26-000102-1");
  expect(read.catalog.toString()).toMatch(/\/StructTreeRoot \d+ 0 R/);
  const ids = read.context.enumerateIndirectObjects().map(([ref]) => ref.objectNumber);
  const missing = [...text.matchAll(/(\d+) 0 R/g)].map(([, id]) => Number(id)).filter((id) => !ids.includes(id));
  expect(missing).toEqual([]);
});

it("does not guess at a PDF of another make", () => {
  expect(() => packPdf(Buffer.from("%PDF-1.4\n1 0 obj\n<<>>\nendobj\n"))).toThrow(/typst/);
});
