import { type Locale, translator } from "#/lib/messages/messages.ts";

/** «п. 3.5»; the introduction and the text as a whole by their names. `clause`: a number or an anchor, null for all of it. */
export function clauseName(clause: string | null, locale: Locale): string {
  const t = translator(locale, "editions");
  if (clause === null) return t("findings.whole");
  if (clause === "preamble") return translator(locale, "diff")("page.preamble");
  return t("findings.clause", { clause });
}
