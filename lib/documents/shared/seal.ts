import { qrPath } from "#/lib/auth/qr.ts";
import { pageCodeText } from "../page-code.ts";
import { formatPaperCode } from "../verify/code.ts";
import type { Sheet } from "./sheet.ts";

/** What leads from a sheet back to its own page of verification. */
export type SheetSeal = {
  /** One a page: a scanned stack is told apart by them. */ qrs: string[];
  alt: string;
  words: string;
  url: string;
};

const WORDS = {
  ru: { check: "Проверить подлинность", code: "код" },
  be: { check: "Праверыць сапраўднасць", code: "код" },
} as const;

/**
 * A model as it is drawn with its code on every page. `origin` is where the customers find us ("https://smart-cg.by"): a sheet that
 * sends people elsewhere would be worth nothing. `pages` is how many the paper was found to have.
 */
export function sealed<M extends { sheet: Sheet }>(model: M, origin: string, code: string, pages = 1): M {
  const url = `${origin}/verify/${code}`;
  const words = WORDS[model.sheet.lang === "be" ? "be" : "ru"];
  const seal: SheetSeal = {
    qrs: Array.from({ length: pages }, (_, at) => qrSvg(pageCodeText({ origin, code, page: at + 1, pages }))),
    alt: url,
    words: `${words.check}: ${new URL(origin).host}/verify, ${words.code} ${formatPaperCode(code)}`,
    url,
  };
  return { ...model, sheet: { ...model.sheet, seal } };
}

function qrSvg(text: string): string {
  const { size, path } = qrPath(text);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${size} ${size}"><path d="${path}"/></svg>`;
}
