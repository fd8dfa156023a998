import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

/** The words that several papers share, their typography, days and sums in words: all of one language. */
export type SharedWords = typeof ru;

/** What was frozen before there was a choice was written in Russian. */
export const sharedWords = (language: PaperLanguage = "ru"): SharedWords => ({ ru, be })[language];

export { tight } from "./tight.ts";
