import type { DropReason } from "./imported.ts";
import { countWords } from "./words.ts";

export type Inline = { text: string; linked: number; links: number; cut: [reason: DropReason, text: string][] };

const ADDRESS = /^(?:https?:\/\/|mailto:|tel:|www\.)/i;
/** Brackets one deep inside a label or an address; lengths are bounded, so that no line can make it slow. */
const LINK =
  /(!?)\[((?:[^[\]\n]|\[[^[\]\n]{0,300}\]){0,2000})\]\(\s*<?((?:[^()\s<>]|\([^()\s]{0,300}\)){0,2000})>?(?:\s+["'(]([^"'()\n]{0,300})["')])?\s*\)/g;
const TAG =
  /<\/?(?:a|abbr|b|br|center|div|em|font|hr|i|img|ins|mark|p|s|small|span|strong|sub|sup|u)(?:\s[^<>\n]{0,500})?\/?>/gi;

/** Pairs of marks around words; a mark inside a word would join two of them, so it stays (mend.ts has seen to the usual ones). */
const EMPHASIS = [
  /(?<![\\\p{L}\p{M}\p{N}*])(\*{1,3})(?=[^\s*])([^*]*?[^\s*])\1(?![\p{L}\p{M}\p{N}*])/gu,
  /(?<![\\\p{L}\p{M}\p{N}_])(_{1,2})(?=[^\s_])([^_]*?[^\s_])\1(?![\p{L}\p{M}\p{N}_])/gu,
  /(?<![\p{L}\p{M}\p{N}~])(~~)(?=\S)([^~]*?\S)\1(?![\p{L}\p{M}\p{N}~])/gu,
  /(?<![\p{L}\p{M}\p{N}`])(`+)(?!`)([^`]*?)\1(?![\p{L}\p{M}\p{N}`])/gu,
];

/**
 * Markdown inside a line: links stay as text and address, images and empty anchors are cut, emphasis and escapes go.
 * Words that touched a mark stay words of their own, so that their number does not change.
 */
export function readInline(source: string): Inline {
  const cut: Inline["cut"] = [];
  let [linked, links] = [0, 0];
  let text = source;
  const once = (all: string): string =>
    all.replace(LINK, (whole: string, image: string, label: string, address: string, title = "", ...rest) => {
      const put = (kept: string) => spaced(all, rest.at(-2) as number, whole.length, kept);
      if (image) {
        cut.push(["image", [label, address, title].filter(Boolean).join(" ")]);
        return put("");
      }
      links++;
      // An image inside the label is cut first.
      const visible = once(label).trim();
      const far = ADDRESS.test(address) && visible !== "";
      const twice = visible === address;
      const beside = [far && !twice ? "" : address, title].filter(Boolean).join(" ");
      if (beside !== "") cut.push(["anchor", beside]);
      const kept = far && !twice ? `${visible} (${address})` : visible;
      linked += countWords(kept);
      return put(kept);
    });
  if (text.includes("](")) text = once(text);
  if (text.includes("<")) {
    text = text.replace(/<((?:https?:\/\/|mailto:)[^\s<>]{1,2000}|[^\s<>@]{1,200}@[^\s<>]{1,200})>/g, "$1");
    text = text.replace(TAG, (tag: string, at: number, all: string) => {
      if (countWords(tag) > 0) cut.push(["tag", tag]);
      return spaced(all, at, tag.length, "");
    });
  }
  for (const mark of EMPHASIS) text = text.replace(mark, "$2");
  text = text.replace(/\\([!-/:-@[-`{-~])/g, "$1");
  return { text: text.replace(/[ \t]+/g, " ").trim(), linked, links, cut };
}

/** What replaces a mark, kept apart from a word or another mark that touches it on either side. */
function spaced(all: string, at: number, length: number, kept: string): string {
  const before = /[\p{L}\p{M}\p{N})>]$/u.test(all.slice(Math.max(0, at - 2), at)) ? " " : "";
  const after = /^[\p{L}\p{M}\p{N}[!<]/u.test(all.slice(at + length, at + length + 2)) ? " " : "";
  return `${before}${kept}${after}`;
}
