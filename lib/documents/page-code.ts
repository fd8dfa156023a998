import { PAPER_CODE_LETTERS, readPaperCode } from "./verify/code.ts";

/** What the code of squares at the foot of a page says: where the paper is verified, and which page of how many this is. */
export type PageCode = { origin: string; code: string; page: number; pages: number };

/** `https://smart-cg.by/verify/K7QM2X9D4RTN?p=1-2`; a paper of one page says no more than its address. */
export const pageCodeText = ({ origin, code, page, pages }: PageCode): string =>
  `${origin}/verify/${code}${pages === 1 ? "" : `?p=${page}-${pages}`}`;

const MOST_PAGES = 999;

/** Reads a page's code; null for a text that no paper of this program carries (any seller's: the origin is for the caller to judge). */
export function readPageCode(text: string): PageCode | null {
  const [, origin, typed, first, last] =
    /^(https?:\/\/[^/\s]+)\/verify\/([^/?#]+)(?:\?p=(\d{1,3})-(\d{1,3}))?$/.exec(text.trim()) ?? [];
  const code = readPaperCode(typed ?? "");
  if (!origin || code?.length !== PAPER_CODE_LETTERS) return null;
  const [page, pages] = [Number(first ?? 1), Number(last ?? 1)];
  return page >= 1 && page <= pages && pages <= MOST_PAGES ? { origin, code, page, pages } : null;
}
