import "server-only";

import { readFile } from "node:fs/promises";
import path from "node:path";
import { prepareZXingModule, type ReaderOptions, readBarcodes } from "zxing-wasm/reader";

import type { Gray } from "./gray.ts";

const OPTIONS: ReaderOptions = {
  formats: ["QRCode"],
  tryHarder: true,
  tryRotate: true,
  tryDownscale: true,
  maxNumberOfSymbols: 8,
};

let ready: Promise<unknown> | undefined;

/** The reader's module from this machine: by itself it would fetch it from somebody's server. */
function prepare(): Promise<unknown> {
  ready ??= readFile(
    path.join(/* turbopackIgnore: true */ process.cwd(), "node_modules/zxing-wasm/dist/reader/zxing_reader.wasm"),
  ).then(({ buffer, byteOffset, byteLength }) =>
    prepareZXingModule({
      overrides: { wasmBinary: buffer.slice(byteOffset, byteOffset + byteLength) as ArrayBuffer },
      fireImmediately: true,
    }),
  );
  return ready;
}

/** The texts of all codes of squares in a picture: shades, or a PNG or JPEG as it is. Nothing found is an empty list. */
export async function readCodes(picture: Gray | Uint8Array): Promise<string[]> {
  await prepare();
  const found = await readBarcodes(picture instanceof Uint8Array ? picture : asImageData(picture), OPTIONS);
  return [...new Set(found.filter(({ isValid }) => isValid).map(({ text }) => text))];
}

/** The reader takes colours; four bytes a dot, for one page at a time. */
function asImageData({ width, height, data }: Gray): ImageData {
  const colours = new Uint32Array(width * height);
  for (let at = 0; at < colours.length; at++) colours[at] = 0xff000000 | (data[at]! * 0x010101);
  return { width, height, data: new Uint8ClampedArray(colours.buffer), colorSpace: "srgb" } as ImageData;
}
