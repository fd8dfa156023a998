import "server-only";

import { type SQL, type SQLWrapper, sql } from "drizzle-orm";

/** Where a page begins: `<key>~<id>` of a neighbour's row, and which way to go from it. */
export type Cursor = { way: "after" | "before"; key: string; id: string };
export type Page<Row> = { rows: Row[]; previous: string | null; next: string | null };

export const PAGE = 50;
const ID = /^[0-9a-f-]{36}$/;

/** A cursor as an address carries it; anything strange is the first page. */
export function readCursor(query: { after?: string | undefined; before?: string | undefined }): Cursor | null {
  const text = query.after ?? query.before;
  const at = text?.lastIndexOf("~") ?? -1;
  if (!text || at < 1) return null;
  const [key, id] = [text.slice(0, at), text.slice(at + 1)];
  if (!ID.test(id) || Number.isNaN(Date.parse(key))) return null;
  return { way: query.after ? "after" : "before", key, id };
}

/**
 * Condition and order of one page over an index on (key `direction`, id): the first comparison lets PostgreSQL start in the
 * index, so that page 20,000 costs what page 1 costs.
 */
export function keyset(
  key: SQLWrapper,
  id: SQLWrapper,
  direction: "asc" | "desc",
  type: "date" | "timestamptz",
  cursor: Cursor | null,
) {
  const forward = cursor?.way !== "before";
  const keyUp = (direction === "asc") === forward;
  const cast = sql.raw(type);
  const order = sql`${key} ${sql.raw(keyUp ? "asc" : "desc")}, ${id} ${sql.raw(forward ? "asc" : "desc")}`;
  if (!cursor) return { where: undefined, order };
  const value = sql`${cursor.key}::${cast}`;
  const beyond = keyUp ? sql`${key} > ${value}` : sql`${key} < ${value}`;
  const from = keyUp ? sql`${key} >= ${value}` : sql`${key} <= ${value}`;
  const tie = forward ? sql`${id} > ${cursor.id}::uuid` : sql`${id} < ${cursor.id}::uuid`;
  const where: SQL = sql`(${from} and (${beyond} or ${tie}))`;
  return { where, order };
}

/** Rows asked for with `limit PAGE + 1`, cut and put in reading order, with the cursors of the neighbours. */
export function paged<Row>(found: Row[], cursor: Cursor | null, cursorOf: (row: Row) => string): Page<Row> {
  const forward = cursor?.way !== "before";
  const more = found.length > PAGE;
  const cut = found.slice(0, PAGE);
  const rows = forward ? cut : cut.reverse();
  const [first, last] = [rows[0], rows.at(-1)];
  return {
    rows,
    previous: first && (forward ? cursor !== null : more) ? cursorOf(first) : null,
    next: last && (forward ? more : true) ? cursorOf(last) : null,
  };
}
