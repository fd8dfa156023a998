import type { ErrorWords } from "./error-words.ts";
import type { Locale } from "./locales.ts";

const errors = {
  ru: () => import("./ru/errors.json", { with: { type: "json" } }),
  be: () => import("./be/errors.json", { with: { type: "json" } }),
  en: () => import("./en/errors.json", { with: { type: "json" } }),
} satisfies Record<Locale, () => Promise<{ default: object }>>;

/**
 * For browsers: the translator (20 KB gz of use-intl) and one language, fetched when a form is first touched. Servers use
 * `errorWords` of messages.ts.
 */
export async function loadErrorWords(locale: Locale): Promise<ErrorWords> {
  const [{ makeErrorWords }, { default: messages }] = await Promise.all([import("./error-words.ts"), errors[locale]()]);
  return makeErrorWords(locale, messages);
}
