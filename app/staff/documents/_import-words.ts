import { type Locale, translator } from "#/lib/messages/messages.ts";

/** The words of the client component that sends a text to be read. */
export function importWords(locale: Locale) {
  const t = translator(locale, "editions");
  return {
    ...{ file: t("new.file"), fileHint: t("new.fileHint"), paste: t("new.paste"), read: t("new.read") },
    target: t("new.target"),
  };
}
