/** A piece of marked text. `ref`: a clause number that changed only because that clause was renumbered; `was` is the old one. */
export type Segment = { mark: "same" | "del" | "ins"; text: string } | { mark: "ref"; text: string; was: string };

/** A clause on one side of the comparison; the new side carries the old words too, so that it can be read alone. */
export type Side = { id: string; number: string | null; headed: boolean; segments: Segment[] };

/**
 * What became of one clause. Split: one old, several new. Merged: several old, one new. Added and removed: one side empty.
 * `text` is about its words, `place` about its number: renumbered keeps the order among its neighbours, moved does not.
 */
export type DiffRow = {
  old: Side[];
  new: Side[];
  text: "same" | "references" | "changed" | "added" | "removed";
  place: "same" | "renumbered" | "moved";
};

/** Rows stand in the order of the new text; what was removed stands after its old predecessor. */
export type EditionDiff = { title: Segment[]; rows: DiffRow[] };

/** The old text of marked segments: nothing of it is lost. */
export const oldText = (segments: readonly Segment[]): string =>
  segments.map((one) => (one.mark === "ref" ? one.was : one.mark === "ins" ? "" : one.text)).join("");

/** The new text of marked segments. */
export const newText = (segments: readonly Segment[]): string =>
  segments.map((one) => (one.mark === "del" ? "" : one.text)).join("");
