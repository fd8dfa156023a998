/** Marks that turn the direction of text, and control characters: on a paper they only serve to deceive the eye. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are exactly what is taken out
const DECEIVING = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u061C\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g;

/** Every string of a model as it may be printed: NFC, one line, no bidi or control characters. Shape is kept. */
export function printable<T>(value: T): T {
  if (typeof value === "string") {
    return value
      .normalize("NFC")
      .replace(/[\n\t]+/g, " ")
      .replace(DECEIVING, "") as T;
  }
  if (Array.isArray(value)) return value.map(printable) as T;
  if (value !== null && typeof value === "object") {
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, printable(inner)])) as T;
  }
  return value;
}
