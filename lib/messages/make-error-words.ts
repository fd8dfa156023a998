import { createTranslator } from "use-intl/core";
import type { CodeParams } from "#/lib/action-result.ts";
import { isDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ErrorWords } from "./error-words.ts";
import type { Locale } from "./locales.ts";

export function makeErrorWords(locale: Locale, messages: { form: { unknown: string } }): ErrorWords {
  // Codes arrive as data, so this one translator is read by any key.
  const t = createTranslator({ locale, messages, timeZone: "Europe/Minsk" }) as unknown as {
    (key: string, values?: CodeParams): string;
    has(key: string): boolean;
  };
  return (code, params) => (t.has(code) ? t(code, params && forPeople(params)) : t("form.unknown"));
}

/** Decisions give days as they keep them; people read dd.mm.yyyy. */
const forPeople = (params: CodeParams): CodeParams =>
  Object.fromEntries(Object.entries(params).map(([name, value]) => [name, isDay(value) ? formatDay(value) : value]));
