/** Text → bytes of a one-byte alphabet, by turning the platform's own decoder round. */
const tables = new Map<string, Map<string, number>>();

const table = (label: string): Map<string, number> => {
  const known = tables.get(label);
  if (known) return known;
  const decoder = new TextDecoder(label);
  const made = new Map<string, number>();
  for (let byte = 255; byte >= 0; byte--) made.set(decoder.decode(Uint8Array.of(byte)), byte);
  tables.set(label, made);
  return made;
};

export function encode(text: string, label: "windows-1251" | "ibm866" | "utf-8" | "utf-16le" = "utf-8"): Uint8Array {
  if (label === "utf-8") return new TextEncoder().encode(text);
  if (label === "utf-16le") return new Uint8Array(Buffer.from(`\uFEFF${text}`, "utf16le"));
  const bytes = table(label);
  return Uint8Array.from(text, (letter) => bytes.get(letter) ?? 63);
}
