import type { CodeParams } from "#/lib/action-result.ts";
import type { Locale } from "./locales.ts";

/** A refusal's code → the sentence for people. An unknown code gives the general sentence, never the code itself. */
export type ErrorWords = (code: string, params?: CodeParams) => string;

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
  const [{ makeErrorWords }, { default: messages }] = await Promise.all([
    import("./make-error-words.ts"),
    errors[locale](),
  ]);
  return makeErrorWords(locale, messages);
}
