import { PDFDocument } from "@cantoo/pdf-lib";

import { err, ok, type Result } from "#/lib/result.ts";

export type ScanSource = { mediaType: string; bytes: Uint8Array };

/** An A4 sheet in points; a picture is laid on it whole, on the side that fits. */
const A4 = { short: 595.28, long: 841.89 };

/** One PDF of chosen pages (from 1) of scanned files, in the order given: the pages themselves, never a picture of them. */
export async function assemblePdf(
  pages: readonly { source: ScanSource; page: number }[],
): Promise<Result<Uint8Array, "scan.broken">> {
  try {
    const assembled = await PDFDocument.create({ updateMetadata: false });
    for (const { source, page } of pages) {
      if (source.mediaType !== "application/pdf") {
        await addPicture(assembled, source);
        continue;
      }
      const [copied] = await assembled.copyPages(await opened(source), [page - 1]);
      assembled.addPage(copied);
    }
    return ok(await assembled.save());
  } catch {
    return err("scan.broken");
  }
}

/** A stack is opened once for all its acts, and forgotten with its bytes. */
const documents = new WeakMap<ScanSource, Promise<PDFDocument>>();

function opened(source: ScanSource): Promise<PDFDocument> {
  const document = documents.get(source) ?? PDFDocument.load(source.bytes, { updateMetadata: false });
  documents.set(source, document);
  return document;
}

async function addPicture(assembled: PDFDocument, { mediaType, bytes }: ScanSource) {
  const picture = mediaType === "image/png" ? await assembled.embedPng(bytes) : await assembled.embedJpg(bytes);
  const wide = picture.width > picture.height;
  const sheet = assembled.addPage(wide ? [A4.long, A4.short] : [A4.short, A4.long]);
  const { width, height } = picture.scaleToFit(sheet.getWidth(), sheet.getHeight());
  sheet.drawImage(picture, { x: (sheet.getWidth() - width) / 2, y: (sheet.getHeight() - height) / 2, width, height });
}
