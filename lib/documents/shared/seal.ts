import { qrPath } from "#/lib/auth/qr.ts";
import { formatPaperCode } from "../verify/code.ts";
import type { Sheet } from "./sheet.ts";

/** What leads from a sheet back to its own page of verification. */
export type SheetSeal = { qr: string; alt: string; words: string; url: string };

const WORDS = {
  ru: { check: "Проверить подлинность", code: "код" },
  be: { check: "Праверыць сапраўднасць", code: "код" },
} as const;

/**
 * A model as it is drawn with its code on every page. `origin` is where the customers find us ("https://smart-cg.by"): a sheet that
 * sends people elsewhere would be worth nothing.
 */
export function sealed<M extends { sheet: Sheet }>(model: M, origin: string, code: string): M {
  const url = `${origin}/verify/${code}`;
  const { size, path } = qrPath(url);
  const words = WORDS[model.sheet.lang === "be" ? "be" : "ru"];
  const seal: SheetSeal = {
    qr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`,
    alt: url,
    words: `${words.check}: ${new URL(origin).host}/verify, ${words.code} ${formatPaperCode(code)}`,
    url,
  };
  return { ...model, sheet: { ...model.sheet, seal } };
}
