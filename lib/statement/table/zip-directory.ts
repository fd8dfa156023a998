export type ZipEntry = { name: string; packed: number; unpacked: number };

const END = 0x06054b50;
const ENTRY = 0x02014b50;
/** A workbook of a statement has a dozen parts. */
const MAX_ENTRIES = 2000;

/** What a ZIP says of itself, read without unpacking a byte; null where its directory is broken or hides something. */
export function zipDirectory(bytes: Uint8Array): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let end = bytes.length - 22;
  while (end >= 0 && end > bytes.length - 22 - 65_536 && view.getUint32(end, true) !== END) end--;
  if (end < 0 || view.getUint32(end, true) !== END) return null;
  const count = view.getUint16(end + 10, true);
  let at = view.getUint32(end + 16, true);
  if (count > MAX_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  const names = new Set<string>();
  for (let n = 0; n < count; n++) {
    if (at + 46 > bytes.length || view.getUint32(at, true) !== ENTRY) return null;
    const length = view.getUint16(at + 28, true);
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + length));
    const [packed, unpacked] = [view.getUint32(at + 20, true), view.getUint32(at + 24, true)];
    // Two parts of one name: a scanner would look at one and a reader at the other. No size beside content: a lie.
    if (names.has(name) || (unpacked === 0 && packed > 64) || unpacked === 0xffffffff) return null;
    names.add(name);
    entries.push({ name, packed, unpacked });
    at += 46 + length + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}
