/** Languages of the site. Russian is the language of the offer, so it is the first and the default one. */
export const locales = ["ru", "be", "en"] as const;
export type Locale = (typeof locales)[number];
export const defaultLocale: Locale = "ru";

export const isLocale = (value: unknown): value is Locale => locales.includes(value as Locale);
/** Reads a language from a header, a cookie or an account; anything else is the default. */
export const localeOr = (value: unknown): Locale => (isLocale(value) ? value : defaultLocale);
