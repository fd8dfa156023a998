import { errorWords } from "#/lib/messages/messages.ts";

/** "Отказ: <sentence> (unp.length)": the code stays visible, since programs and letters to support speak in codes. */
export const refusalText = (code: string): string => `Отказ: ${errorWords("ru")(code)} (${code})`;
