import "server-only";

import { PDFiumLibrary } from "@hyzyla/pdfium";

import { err, ok, type Result } from "#/lib/result.ts";
import type { Gray } from "./gray.ts";

export type OpenPdf = {
  pages: number;
  /** The page (from 1) as shades of grey. */
  render(page: number, dpi: number): Promise<Gray>;
  /** Gives the memory back; nothing may be asked after it. */
  close(): void;
};

const POINTS_PER_INCH = 72;
/** A0 at 300 dpi; a page that says it is larger is drawn smaller, so that nobody fills the memory with one number. */
const MOST_DOTS = 140_000_000 / 4;

let library: Promise<PDFiumLibrary> | undefined;

/** Opens a PDF for looking at its pages; a broken or locked one is a refusal. */
export async function openPdf(bytes: Uint8Array): Promise<Result<OpenPdf, "scan.broken">> {
  library ??= PDFiumLibrary.init();
  const pdfium = await library;
  try {
    const document = await pdfium.loadDocument(bytes);
    return ok({
      pages: document.getPageCount(),
      async render(page, dpi) {
        const sheet = document.getPage(page - 1);
        const { originalWidth, originalHeight } = sheet.getOriginalSize();
        const wanted = dpi / POINTS_PER_INCH;
        const most = Math.sqrt(MOST_DOTS / Math.max(originalWidth * originalHeight, 1));
        const drawn = await sheet.render({
          scale: Math.min(wanted, most),
          colorSpace: "Gray",
          render: async ({ data }) => data,
        });
        return { width: drawn.width, height: drawn.height, data: drawn.data };
      },
      close: () => document.destroy(),
    });
  } catch {
    return err("scan.broken");
  }
}
