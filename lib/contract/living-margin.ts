import { type Clause, walk } from "#/lib/editions/edition.ts";
import type { LivingNote } from "./living.ts";
import type { LivingEvent } from "./living-entry.ts";

export type Margin<E extends LivingEvent = LivingEvent> = {
  /** Clause id → its notes, in the order in which they were given. Clauses without any are not there. */
  byClause: ReadonlyMap<string, LivingNote<E>[]>;
  /** Notes under no clause of this edition: an entry of none, or of a clause that the edition does not have. */
  rest: LivingNote<E>[];
};

/** Puts every note beside its clause, once. */
export function marginOf<E extends LivingEvent>(
  clauses: readonly Clause[],
  notes: readonly LivingNote<E>[],
): Margin<E> {
  const ids = new Map<string, string>();
  for (const { clause } of walk(clauses)) if (clause.number) ids.set(clause.number, clause.id);
  const byClause = new Map<string, LivingNote<E>[]>();
  const rest: LivingNote<E>[] = [];
  for (const note of notes) {
    const id = note.clause === null ? undefined : ids.get(note.clause);
    if (id === undefined) rest.push(note);
    else byClause.set(id, [...(byClause.get(id) ?? []), note]);
  }
  return { byClause, rest };
}

/** The text without the clauses that nothing stands beside; headings and parents of those that stay are kept. */
export const onlyNoted = (clauses: readonly Clause[], noted: ReadonlyMap<string, unknown>): Clause[] =>
  clauses
    .map((clause) => ({ ...clause, children: onlyNoted(clause.children, noted) }))
    .filter(({ id, children }) => noted.has(id) || children.length > 0);
