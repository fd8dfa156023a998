import "server-only";

import { getColumns, type InferInsertModel, type InferSelectModel, type SQL, sql } from "drizzle-orm";
import type { PgTable } from "drizzle-orm/pg-core";
import type { Db, Tx } from "#/db/client.ts";

/** Rows in one statement: a few megabytes of JSON, whatever the table. */
const BATCH = 2000;

/**
 * Inserts any number of rows in their order. They travel as JSON in one parameter: to build and bind twenty parameters a row costs
 * more than PostgreSQL's own work. All rows have the keys of the first; columns that it leaves out keep their defaults.
 */
export async function insertMany<T extends PgTable>(
  tx: Tx | Db,
  table: T,
  rows: readonly InferInsertModel<T>[],
): Promise<void> {
  for (let at = 0; at < rows.length; at += BATCH) await tx.execute(inserting(table, rows.slice(at, at + BATCH)));
}

/** The statement of one batch, so that an import may add what is to happen with rows that are there already. */
export function inserting<T extends PgTable>(table: T, rows: readonly InferInsertModel<T>[]): SQL {
  const names = sql.join(
    columnsOf(table, rows[0] ?? {}).map(({ name }) => sql.identifier(name)),
    sql`, `,
  );
  const json = JSON.stringify(rows.map((row) => record(table, row)));
  return sql`insert into ${table} (${names}) select ${names} from json_populate_recordset(null::${table}, ${json}::text::json)`;
}

/**
 * Updates each row found by its `where` (a key, perhaps with the version that was read) to its `set`. Returns how many were found:
 * who needs all of them compares.
 */
export async function updateMany<T extends PgTable>(
  tx: Tx | Db,
  table: T,
  rows: readonly { where: Partial<InferSelectModel<T>>; set: Partial<InferInsertModel<T>> }[],
): Promise<number> {
  // Rows that change the same columns go together.
  const alike = Map.groupBy(rows, ({ set }) => Object.keys(set).sort().join());
  let found = 0;
  for (const group of alike.values())
    for (let at = 0; at < group.length; at += BATCH)
      found += (await tx.execute<Record<string, unknown>>(updating(table, group.slice(at, at + BATCH)))).count;
  return found;
}

function updating(table: PgTable, rows: readonly { where: object; set: object }[]): SQL {
  const json = JSON.stringify(rows.map(({ where, set }) => ({ where: record(table, where), set: record(table, set) })));
  const each = (of: "where" | "set", fields: object | undefined, join: SQL) =>
    sql.join(
      columnsOf(table, fields ?? {}).map(({ name }) =>
        of === "set"
          ? sql`${sql.identifier(name)} = (v.s).${sql.identifier(name)}`
          : sql`t.${sql.identifier(name)} = (v.w).${sql.identifier(name)}`,
      ),
      join,
    );
  // Without the offset each column would read the whole record again.
  return sql`update ${table} t set ${each("set", rows[0]?.set, sql`, `)}
    from (select jsonb_populate_record(null::${table}, e->'where') w, jsonb_populate_record(null::${table}, e->'set') s
      from jsonb_array_elements(${json}::text::jsonb) e offset 0) v
    where ${each("where", rows[0]?.where, sql` and `)}`;
}

const columnsOf = (table: PgTable, fields: object) => {
  const columns = getColumns(table);
  return Object.keys(fields).map((field) => columns[field]!);
};

/** A row by the names of its columns, as JSON takes it: sums as text, moments as ISO text by themselves. */
function record(table: PgTable, fields: object): Record<string, unknown> {
  const columns = getColumns(table);
  const row: Record<string, unknown> = {};
  for (const [field, value] of Object.entries(fields))
    row[columns[field]!.name] = typeof value === "bigint" ? value.toString() : wellFormed(value);
  return row;
}

/** JSON would carry half of a pair of code units as an escape that PostgreSQL refuses; the driver itself sends U+FFFD. */
const wellFormed = (value: unknown) => (typeof value === "string" ? value.toWellFormed() : value);
