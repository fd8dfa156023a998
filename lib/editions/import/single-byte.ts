/** Single-byte alphabets as the web reads them; what windows-1252 leaves free is a C1 control there. */
export const SINGLE_BYTE = ["windows-1251", "windows-1252", "koi8-r", "ibm866"] as const;
export type SingleByte = (typeof SINGLE_BYTE)[number];

function bytesBy(label: SingleByte): Map<string, number> {
  const all = Uint8Array.from({ length: 128 }, (_, at) => at + 128);
  const map = new Map([...new TextDecoder(label).decode(all)].map((letter, at) => [letter, at + 128]));
  // A page read as ISO-8859-1 has the bytes 80–9F as controls, not as the quotes and dashes of windows-1252.
  if (label === "windows-1252") for (let code = 0x80; code < 0xa0; code++) map.set(String.fromCharCode(code), code);
  return map;
}

const tables = new Map<SingleByte, Map<string, number>>();

/** Letter → the byte from 80 up that it is in this alphabet. */
export function byteOf(label: SingleByte): Map<string, number> {
  const table = tables.get(label) ?? bytesBy(label);
  tables.set(label, table);
  return table;
}
