import fs from "node:fs";
import os from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterAll, expect, test } from "vitest";

import { removePostgres, startPostgres, stopPostgres } from "./pg.ts";

const home = fs.mkdtempSync(path.join(os.tmpdir(), "market pg "));
const dir = path.join(home, "cluster of its own");
afterAll(async () => {
  await removePostgres(dir);
  fs.rmSync(home, { recursive: true, force: true });
});

async function ask<T>(url: string, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
  const sql = postgres(url, { max: 1, onnotice() {} });
  try {
    return await work(sql);
  } finally {
    await sql.end();
  }
}
const answers = (url: string) =>
  ask(url, (sql) => sql`select 1`).then(
    () => true,
    () => false,
  );

test("starts at the same moment meet in one server; the last to leave stops it", async () => {
  const [first, second] = await Promise.all([startPostgres({ dir, fast: true }), startPostgres({ dir, fast: true })]);
  expect(first.url).toBe(second.url);
  expect([first.reused, second.reused].toSorted()).toEqual([false, true]);
  await first.stop();
  await first.stop();
  expect(await answers(second.url)).toBe(true);
  await second.stop();
  expect(await answers(second.url)).toBe(false);
});

test("what was committed outlives kill -9 of the server", async () => {
  const before = await startPostgres({ dir });
  await ask(before.url, async (sql) => {
    await sql`create table kept (id int)`;
    await sql`insert into kept values (7)`;
  });
  const { pid } = JSON.parse(fs.readFileSync(path.join(dir, "state.json"), "utf8")) as { pid: number };
  process.kill(pid, "SIGKILL");
  const after = await startPostgres({ dir });
  expect(after.reused).toBe(false);
  expect(await ask(after.url, (sql) => sql`select id from kept`)).toMatchObject([{ id: 7 }]);
  await stopPostgres(dir);
});

test("Cyrillic is letters: Ё sorts beside Е, and trigrams see words", async () => {
  const server = await startPostgres({ dir });
  const [row] = await ask(server.url, async (sql) => {
    await sql`create extension if not exists pg_trgm`;
    return sql`select (select string_agg(w, ' ' order by w) from unnest(array['жук', 'Ёж', 'ель', 'абв']) w) as sorted,
                      similarity('саморез', 'самарез') as alike`;
  });
  expect(row?.sorted).toBe("абв Ёж ель жук");
  expect(row?.alike).toBeGreaterThan(0.3);
  await server.stop();
});
