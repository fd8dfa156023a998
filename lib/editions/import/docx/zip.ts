import "server-only";

import { type Entry, fromBuffer, type ZipFile } from "yauzl";
import { err, ok, type Result } from "#/lib/result.ts";
import type { ImportRefusal } from "../imported.ts";

/** A contract in Word has a few dozen parts of some hundred kilobytes; text packs ten to one, hardly ever forty. */
const LIMITS = { entries: 2000, part: 32 * 1024 * 1024, whole: 64 * 1024 * 1024, ratio: 200, from: 1024 * 1024 };

const damaged = (found: string) => err({ code: "import.damaged", params: { found } } as ImportRefusal);
const bomb = (found: string) => err({ code: "import.bomb", params: { found } } as ImportRefusal);

/** The named parts of a ZIP, unpacked. Sizes are those declared and, while unpacking, those that come. */
export async function unzip(
  bytes: Uint8Array,
  wanted: RegExp,
): Promise<Result<Map<string, Uint8Array>, ImportRefusal>> {
  let zip: ZipFile;
  try {
    zip = await open(bytes);
  } catch {
    return damaged("ZIP");
  }
  try {
    return await parts(zip, wanted);
  } catch {
    return damaged("ZIP");
  } finally {
    zip.close();
  }
}

const open = (bytes: Uint8Array) =>
  new Promise<ZipFile>((done, fail) => {
    fromBuffer(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { lazyEntries: true }, (error, zip) =>
      error ? fail(error) : done(zip),
    );
  });

async function parts(zip: ZipFile, wanted: RegExp): Promise<Result<Map<string, Uint8Array>, ImportRefusal>> {
  if (zip.entryCount > LIMITS.entries) return bomb(`${zip.entryCount}`);
  const entries = await list(zip);
  const found = new Map<string, Uint8Array>();
  let whole = 0;
  for (const entry of entries) {
    whole += entry.uncompressedSize;
    const big = entry.uncompressedSize > LIMITS.from;
    if (whole > LIMITS.whole || (big && entry.uncompressedSize > entry.compressedSize * LIMITS.ratio))
      return bomb(entry.fileName);
    if (!wanted.test(entry.fileName)) continue;
    if (entry.uncompressedSize > LIMITS.part) return bomb(entry.fileName);
    if (entry.isEncrypted()) return damaged(entry.fileName);
    found.set(entry.fileName, await read(zip, entry));
  }
  return ok(found);
}

const list = (zip: ZipFile) =>
  new Promise<Entry[]>((done, fail) => {
    const entries: Entry[] = [];
    zip.on("entry", (entry: Entry) => {
      entries.push(entry);
      zip.readEntry();
    });
    zip.on("end", () => done(entries));
    zip.on("error", fail);
    zip.readEntry();
  });

/** yauzl breaks off a stream that gives more than its entry declared, so the checks of the declared sizes hold. */
const read = (zip: ZipFile, entry: Entry) =>
  new Promise<Uint8Array>((done, fail) => {
    zip.openReadStream(entry, (error, stream) => {
      if (error) return fail(error);
      const chunks: Buffer[] = [];
      stream.on("data", (chunk: Buffer) => chunks.push(chunk));
      stream.on("end", () => done(Buffer.concat(chunks)));
      stream.on("error", fail);
    });
  });
