import { createTranslator } from "use-intl/core";

import type { CodeParams } from "../action-result.ts";
import type { Locale } from "./locales.ts";

/** A refusal's code → the sentence for people. An unknown code gives the general sentence, never the code itself. */
export type ErrorWords = (code: string, params?: CodeParams) => string;

export function makeErrorWords(locale: Locale, messages: { form: { unknown: string } }): ErrorWords {
  // Codes arrive as data, so this one translator is read by any key.
  const t = createTranslator({ locale, messages, timeZone: "Europe/Minsk" }) as unknown as {
    (key: string, values?: CodeParams): string;
    has(key: string): boolean;
  };
  return (code, params) => (t.has(code) ? t(code, params) : t("form.unknown"));
}
