import { expect, test } from "vitest";

import { testDatabase } from "#/db/testing/database.ts";

const { owner, client } = await testDatabase();

test("every table that names a party is behind forced row-level security", async () => {
  const open = await owner`
    select c.relname from pg_class c
    join pg_attribute a on a.attrelid = c.oid and a.attname = 'party_id' and not a.attisdropped
    where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
      and not (c.relrowsecurity and c.relforcerowsecurity) and c.relname <> 'sessions'`;
  expect(open).toEqual([]);
});

test("the application's login owns nothing and may not step over row-level security", async () => {
  const [role] =
    await client`select rolsuper, rolbypassrls, rolcreaterole, rolinherit from pg_roles where rolname = current_user`;
  expect(role).toEqual({ rolsuper: false, rolbypassrls: false, rolcreaterole: false, rolinherit: false });
  const owned = await owner`select relname from pg_class where relowner = 'market_app'::regrole`;
  expect(owned).toEqual([]);
});

test("before a tenant is named, no party's table can be read", async () => {
  await expect(client`select * from contracts`).rejects.toMatchObject({ code: "42501" });
  await expect(client`select * from parties`).rejects.toMatchObject({ code: "42501" });
});

test("append-only tables refuse change even to their owner", async () => {
  await expect(owner`update editions set title = 'x'`).rejects.toMatchObject({ code: "23001" });
  await expect(owner`truncate evidence`).rejects.toMatchObject({ code: "23001" });
});
