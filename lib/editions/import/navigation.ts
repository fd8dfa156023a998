import type { Block, DropReason, Notes } from "./imported.ts";
import { isCapitals, markOf } from "./number.ts";
import {
  isConsentButton,
  isCookieBanner,
  isFooter,
  isMenuWord,
  isStamp,
  namesDocument,
  saysWhen,
} from "./vocabulary.ts";
import { countWords } from "./words.ts";

type Trait = { words: number; linked: boolean; menu: boolean; cookie: boolean; body: boolean; head: boolean };

/** How many of the paragraphs after the first sentence must read like a document's. */
const AHEAD = { look: 12, need: 3 };

function traitOf(block: Block): Trait {
  const { text } = block;
  const words = countWords(text);
  const linked = words > 0 && block.linked > words * 0.5;
  const cookie = isCookieBanner(text);
  const numbered = markOf(text) !== null || block.mark !== null;
  const sentence = /[.;:!?…»”"]$/.test(text) ? words >= 7 : words >= 18;
  const menu = isMenuWord(text);
  return {
    ...{ words, linked, menu, cookie },
    body: !linked && !menu && (sentence || (numbered && words >= 3)),
    head:
      !linked &&
      !menu &&
      (namesDocument(text) || saysWhen(text) || isStamp(text) || isCapitals(text) || block.level === 1 || numbered),
  };
}

/**
 * What a site puts around a text, told by the text itself: hundreds of links before it, a menu copied with the page, the
 * banner, the footer. Only the two ends are looked at, and they go only where something speaks for a menu: short lines alone
 * (a stamp of approval, requisites) are the document's.
 */
export function cutNavigation(blocks: Block[], notes: Notes): Block[] {
  const traits = blocks.map(traitOf);
  const from = headEnd(blocks, traits);
  const to = footBegin(blocks, traits, from);
  const cut = (at: number, reason: DropReason) => {
    const { line, mark, text } = blocks[at] as Block;
    notes.drop(traits[at]?.cookie ? "cookie-banner" : reason, line, mark ? `${mark} ${text}` : text);
  };
  for (let at = 0; at < from; at++) cut(at, "navigation");
  for (let at = to; at < blocks.length; at++) cut(at, isFooter((blocks[at] as Block).text) ? "footer" : "navigation");
  return blocks.slice(from, to);
}

function headEnd(blocks: Block[], traits: Trait[]): number {
  const sure = (at: number) => {
    const trait = traits[at] as Trait;
    return trait.body && !trait.cookie;
  };
  const first = blocks.findIndex((_, at) => {
    if (!sure(at)) return false;
    let body = 1;
    const end = Math.min(blocks.length, at + 1 + AHEAD.look);
    for (let next = at + 1; next < end; next++) if (sure(next)) body++;
    return body >= Math.min(AHEAD.need, end - at);
  });
  const body = afterLateMenu(blocks, traits, first, sure);
  if (body <= 0) return 0;
  let start = body;
  // The title and what stands around it (date, stamp, order) come just before the first sentence.
  while (start > 0 && body - start < 15 && (traits[start - 1] as Trait).head && !(traits[start - 1] as Trait).cookie)
    start--;
  if (!blocks.slice(start, body + 1).some(isTitle)) {
    for (let at = start - 1; at >= Math.max(0, start - 12); at--)
      if (isTitle(blocks[at] as Block) && !(traits[at] as Trait).linked) {
        start = at;
        break;
      }
  }
  if (!isFurniture(traits.slice(0, start))) return 0;
  // The last crumb of "Home / Legal / Terms" is no title where the title follows.
  while (start < body && (traits[start] as Trait).words <= 2 && isTitle(blocks[start + 1] as Block)) start++;
  return start;
}

/** So many words of menus before the first clause are a menu, whatever whole sentences ("Close more deals.") it advertises with. */
const MENU = 5;

function afterLateMenu(blocks: Block[], traits: Trait[], first: number, sure: (at: number) => boolean): number {
  const clause = blocks.findIndex(
    (block) => /^1(?:\.1)?\.?\s/.test(`${block.mark ?? ""}${block.text}`) && block.linked === 0,
  );
  const furniture = ({ menu, linked, cookie }: Trait) => menu || linked || cookie;
  const last = traits.slice(0, Math.max(0, clause)).findLastIndex(furniture);
  if (first < 0 || last < first || traits.slice(0, last + 1).filter(furniture).length < MENU) return first;
  const next = blocks.findIndex((_, at) => at > last && sure(at));
  return next < 0 ? first : next;
}

const isTitle = (block: Block) => block.level === 1 || (namesDocument(block.text) && countWords(block.text) <= 16);

/** Links, words of menus, a banner: short lines alone are no proof. */
function isFurniture(traits: Trait[]): boolean {
  const count = (test: (trait: Trait) => boolean) => traits.filter(test).length;
  const linked = count(({ linked }) => linked);
  return (
    linked >= 2 ||
    count(({ menu }) => menu) >= 2 ||
    count(({ cookie }) => cookie) >= 1 ||
    (linked >= 1 && traits.length <= 4)
  );
}

function footBegin(blocks: Block[], traits: Trait[], from: number): number {
  let begin = blocks.length;
  let doubtful = 0;
  for (let at = blocks.length - 1; at > from && doubtful <= 12; at--) {
    const { text } = blocks[at] as Block;
    const trait = traits[at] as Trait;
    const sure = trait.linked || trait.menu || trait.cookie || (isFooter(text) && trait.words < 60);
    if (sure) {
      begin = at;
      doubtful = 0;
    } else if (trait.body || trait.words > 8 || /\d|:/.test(text)) break;
    else doubtful++;
  }
  const foot = traits.slice(begin);
  const footers = blocks.slice(begin).filter(({ text }) => isFooter(text)).length;
  const consent = foot.some(({ cookie }) => cookie) && blocks.slice(begin).some(({ text }) => isConsentButton(text));
  return isFurniture(foot) || footers > 0 || consent ? begin : blocks.length;
}
