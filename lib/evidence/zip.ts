import { crc32 } from "node:zlib";

/**
 * ZIP as the pack needs it: files stored one after another, no times, no attributes, names in UTF-8. The same files are the same
 * bytes on every machine, and any program opens them. Up to 4 GB (no ZIP64).
 */
export type ZipFile = { name: string; bytes: Uint8Array };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;
const UTF8_NAMES = 0x0800;
/** 1 January 1980, the beginning of ZIP's time. */
const NO_DATE = 0x21;
const NEEDS = 20;

/** The archive piece by piece: only one file is in memory at a time. */
export async function* zipped(files: AsyncIterable<ZipFile> | Iterable<ZipFile>): AsyncGenerator<Uint8Array> {
  const directory: Uint8Array[] = [];
  let at = 0;
  for await (const { name, bytes } of files) {
    const nameBytes = Buffer.from(name);
    const { length } = bytes;
    // What the local and the central header say alike.
    const facts = Buffer.concat([
      u16(NEEDS, UTF8_NAMES, 0, 0, NO_DATE),
      u32(crc32(bytes), length, length),
      u16(nameBytes.length, 0),
    ]);
    const head = Buffer.concat([u32(LOCAL), facts, nameBytes]);
    directory.push(Buffer.concat([u32(CENTRAL), u16(NEEDS), facts, u16(0, 0, 0), u32(0, at), nameBytes]));
    at += head.length + length;
    yield head;
    yield bytes;
  }
  const central = Buffer.concat(directory);
  yield central;
  const count = directory.length;
  yield Buffer.concat([u32(END), u16(0, 0, count, count), u32(central.length, at), u16(0)]);
}

const u16 = (...values: number[]) => Buffer.from(Uint16Array.from(values).buffer);
const u32 = (...values: number[]) => Buffer.from(Uint32Array.from(values).buffer);
