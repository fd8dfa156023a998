/** Items of a cell or of a field: by lines or semicolons; where there are none, by the commas outside of brackets. */
export function listOf(text: string): string[] {
  const parts = /[;\n]/.test(text) ? text.split(/[;\n]/) : text.split(/,(?![^(]*\))/);
  return [...new Set(parts.map((part) => part.replace(/\s+/g, " ").trim()).filter((part) => part !== ""))];
}

/** Written so that `listOf` reads the same items: a single one with a comma in it is closed by a semicolon. */
export const listText = (items: readonly string[], separator: "; " | "\n"): string =>
  items.length === 1 && items[0]?.includes(",") ? `${items[0]};` : items.join(separator);
