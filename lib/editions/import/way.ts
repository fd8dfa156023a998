import type { Clause } from "../edition.ts";
import type { Block, Notes } from "./imported.ts";
import { type Mark, markOf } from "./number.ts";
import type { Bag } from "./words.ts";

/** A clause on the way from the root to the last paragraph; new ones are hung on this way only, so nothing changes places. */
export type Open = {
  clause: Clause;
  parts: number[] | null;
  /** Of a heading: 1 to 6; text stands below every heading. */
  level: number;
  style: string | null;
  /** What was counted last among its own items and sections. */
  last: { style: string; value: number } | null;
};

export const TEXT = 9;
/** Headings in capitals and numbered sections without a style of their own. */
export const SECTION = 2;

export type State = {
  roots: Clause[];
  path: Open[];
  ids: Set<string>;
  /** The section counted last. */
  top: number | null;
  /** A heading came since: sections may begin anew under it. */
  restart: boolean;
  out: Bag;
  notes: Notes;
  blocks: Block[];
  /** Whether the text has numbers of several levels: then a plain list is a list, not sections. */
  typed: boolean;
};

/** The automatic number is read like a typed one. */
export const marked = (block: Block): Mark | null =>
  block.kind === "row" ? null : markOf(block.mark === null ? block.text : `${block.mark} ${block.text}`);

export function unique(wanted: string, { ids }: Pick<State, "ids">): string {
  let id = wanted;
  for (let again = 2; ids.has(id); again++) id = `${wanted}-${again}`;
  ids.add(id);
  return id;
}
