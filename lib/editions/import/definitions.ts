const DASH = String.raw`\s+[–—-]{1,2}\s+`;
const QUOTED = new RegExp(`^[«“"„]([^«»“”"„]{2,80})[»”"“](?:\\s*\\([^()]{1,80}\\))?${DASH}`, "u");
const PLAIN = new RegExp(`^(\\p{Lu}[^.;:!?\\n–—]{1,80}?)(?:\\s*\\([^()]{1,80}\\))?${DASH}(?=\\p{Ll}|«)`, "u");
const MEANS =
  /^[«“"„]?([\p{Lu}\p{L}][^.;:!?«»“”"„]{1,80}?)[»”"“]?(?:\s*\([^()]{1,80}\))?\s+(?:shall\s+)?(?:means?|refers? to|означает|понимается|азначае|деп)\s/u;

/** The term that a clause defines («Термин» – …, "Term" means …), null where it defines none. */
export function definedTerm(text: string): string | null {
  const found = QUOTED.exec(text) ?? MEANS.exec(text) ?? PLAIN.exec(text);
  const term = found?.[1]?.trim() ?? "";
  return term !== "" && term.split(/\s+/).length <= 8 ? term : null;
}
