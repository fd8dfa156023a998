import { deflateSync } from "node:zlib";
import { drawObject, PDFDocument, PDFRawStream, popGraphicsState, pushGraphicsState, scale } from "@cantoo/pdf-lib";

import type { Gray } from "../gray.ts";

/** What a scanner makes of a sheet: turned by any angle (degrees), with specks, the same for the same seed. */
export function asScanned({ width, height, data }: Gray, { angle = 0, specks = 0.004, seed = 1 } = {}): Gray {
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const upright = Math.abs(sin) > 0.7;
  const [w, h] = upright ? [height, width] : [width, height];
  const out = new Uint8Array(w * h).fill(255);
  const random = noise(seed);
  for (let y = 0; y < h; y++)
    for (let x = 0; x < w; x++) {
      const [dx, dy] = [x - w / 2, y - h / 2];
      const sx = Math.round(cos * dx + sin * dy + width / 2);
      const sy = Math.round(-sin * dx + cos * dy + height / 2);
      const inside = sx >= 0 && sy >= 0 && sx < width && sy < height;
      out[y * w + x] = random() < specks ? Math.floor(random() * 255) : inside ? data[sy * width + sx]! : 255;
    }
  return { width: w, height: h, data: out };
}

function noise(seed: number): () => number {
  let state = seed >>> 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
}

/** The PDF that a scanner writes: a picture a page. */
export async function scannedPdf(pages: readonly { picture: Gray; dpi: number }[]): Promise<Uint8Array> {
  const pdf = await PDFDocument.create();
  for (const { picture, dpi } of pages) {
    const [width, height] = [(picture.width / dpi) * 72, (picture.height / dpi) * 72];
    const sheet = pdf.addPage([width, height]);
    // The shades as they are: by way of a PNG the library would take every dot apart and put it together again.
    const image = PDFRawStream.of(
      pdf.context.obj({
        ...{ Type: "XObject", Subtype: "Image", ColorSpace: "DeviceGray", BitsPerComponent: 8 },
        ...{ Width: picture.width, Height: picture.height, Filter: "FlateDecode" },
      }),
      deflateSync(picture.data, { level: 1 }),
    );
    const name = sheet.node.newXObject("Scan", pdf.context.register(image));
    sheet.pushOperators(pushGraphicsState(), scale(width, height), drawObject(name), popGraphicsState());
  }
  return pdf.save();
}
