import { type ErrorWords, makeErrorWords } from "#/lib/messages/error-words.ts";
import type { Locale } from "#/lib/messages/locales.ts";
import { errorWords } from "#/lib/messages/messages.ts";
import be from "./be.json" with { type: "json" };
import en from "./en.json" with { type: "json" };
import ru from "./ru.json" with { type: "json" };

export const statementMessages = { ru, be, en };

/** Sentences for a statement's refusals: `statementWords("ru")("statement.cut", { missing: "####", line: 12 })`. */
export const statementWords = (locale: Locale): ErrorWords => {
  const messages = { form: { unknown: errorWords(locale)("form.unknown") }, statement: statementMessages[locale] };
  return makeErrorWords(locale, messages);
};
