import { type Clause, walk } from "#/lib/editions/edition.ts";
import type { LivingNote } from "./living.ts";
import type { LivingEvent } from "./living-entry.ts";

type Margin<E extends LivingEvent = LivingEvent> = {
  /** Clause id → its notes as they were given, the clauses in the order of the text. Clauses without any are not there. */
  byClause: ReadonlyMap<string, LivingNote<E>[]>;
  /** Notes under no clause of this edition: an entry of none, or of a clause that the edition does not have. */
  rest: LivingNote<E>[];
};

/** Puts every note beside its clause, once. */
export function marginOf<E extends LivingEvent>(
  clauses: readonly Clause[],
  notes: readonly LivingNote<E>[],
): Margin<E> {
  const numbered = [...walk(clauses)].flatMap(({ clause: { id, number } }) => (number ? [{ id, number }] : []));
  const byClause = new Map(
    numbered.flatMap(({ id, number }) => {
      const own = notes.filter(({ clause }) => clause === number);
      return own.length > 0 ? [[id, own] as const] : [];
    }),
  );
  const known = new Set(numbered.map(({ number }) => number));
  const rest = notes.filter(({ clause }) => clause === null || !known.has(clause));
  return { byClause, rest };
}

/** The text without the clauses that nothing stands beside; headings and parents of those that stay are kept. */
export const onlyNoted = (clauses: readonly Clause[], noted: ReadonlyMap<string, unknown>): Clause[] =>
  clauses
    .map((clause) => ({ ...clause, children: onlyNoted(clause.children, noted) }))
    .filter(({ id, children }) => noted.has(id) || children.length > 0);
