import type { DiffRow, EditionDiff, Side } from "./model.ts";

type Way = { from: string; to: string };

/**
 * The comparison in clause numbers, what people and programs ask for. New numbers; old ones in `removed` and `from`.
 * `moved` has every clause whose number changed, `renumbered` those of them that only gave way to their neighbours. The
 * pieces of a split clause beyond the one that kept its number are `added` too, merged ones `removed`.
 */
export type DiffSummary = {
  changed: string[];
  added: string[];
  removed: string[];
  moved: Way[];
  renumbered: Way[];
  /** Nothing but references to renumbered clauses differs. */
  references: string[];
  split: { from: string; to: string[] }[];
  merged: { from: string[]; to: string }[];
  title: boolean;
};

/** A clause by its number; without one by its anchor («preamble»). */
export const nameOf = ({ number, id }: Pick<Side, "number" | "id">): string => number ?? id;

export function summaryOf({ title, rows }: EditionDiff): DiffSummary {
  const one: DiffSummary = {
    ...{ changed: [], added: [], removed: [], moved: [], renumbered: [] },
    ...{ references: [], split: [], merged: [], title: title.some(({ mark }) => mark !== "same") },
  };
  for (const row of rows) {
    const [old, fresh] = [row.old.map(nameOf), row.new.map(nameOf)];
    if (row.text === "added") one.added.push(...fresh);
    else if (row.text === "removed") one.removed.push(...old);
    else {
      const { from, to } = lead(old, fresh);
      if (row.text === "references") one.references.push(to);
      if (row.text === "changed") one.changed.push(to);
      if (row.place !== "same") one.moved.push({ from, to });
      if (row.place === "renumbered") one.renumbered.push({ from, to });
      one.added.push(...fresh.filter((name) => name !== to));
      one.removed.push(...old.filter((name) => name !== from));
      if (fresh.length > 1) one.split.push({ from, to: fresh });
      if (old.length > 1) one.merged.push({ from: old, to });
    }
  }
  return one;
}

/** Of several pieces the one whose number stayed speaks for the clause, else the first. */
function lead(old: readonly string[], fresh: readonly string[]): Way {
  const to = fresh.find((name) => old.includes(name)) ?? fresh[0] ?? "";
  return { from: old.includes(to) ? to : (old[0] ?? ""), to };
}

/** Nothing of the words, the numbers or the order differs. */
export const isEmpty = ({ title, rows }: EditionDiff): boolean =>
  rows.every(untouched) && title.every(({ mark }) => mark === "same");

/** A row that a reader may skip. */
export const untouched = (row: DiffRow): boolean => row.text === "same" && row.place === "same";
