import type { CodeParams } from "#/lib/action-result.ts";
import { errorWords } from "#/lib/messages/messages.ts";

/** "Отказ: <sentence> (unp.length)": the code stays visible, since programs and letters to support speak in codes. */
export const refusalText = (code: string, params?: CodeParams): string =>
  `Отказ: ${errorWords("ru")(code, params)} (${code})`;
