import "server-only";

import { sql } from "drizzle-orm";

import { verifyThrough } from "#/app/_evidence/verify-log.ts";
import type { Db, Tx } from "#/db/client.ts";
import type { Verified } from "#/lib/evidence/verify.ts";

/** One alteration of the log by the owner of its table, triggers put aside: what it was and whose event must be named. */
export type Tampered = { what: string; chains: string[] };

type Row = Record<string, unknown> & { id: string; chain: string; seq: number };
type Pick = <T>(from: readonly T[]) => T;

const COLUMNS = {
  seq: "seq + 1000",
  party_id: "gen_random_uuid()",
  contract_id: "gen_random_uuid()",
  at: "at + interval '1 microsecond'",
  actor_kind: "actor_kind || 'x'",
  actor_id: "actor_id || 'x'",
  actor_name: "actor_name || 'x'",
  on_behalf_of: "coalesce(on_behalf_of, '') || 'x'",
  step: "step || 'x'",
  clause: "coalesce(clause, '') || '.1'",
  reason: "coalesce(reason, '') || 'x'",
  data: `data || '{"forged": 1}'`,
  address: "coalesce(address, '') || '1'",
  browser: "coalesce(browser, '') || 'x'",
  salt: "coalesce(salt, '') || 'x'",
  actor_name_hash: "md5(coalesce(actor_name_hash, ''))",
  address_hash: "md5(coalesce(address_hash, ''))",
  browser_hash: "md5(coalesce(browser_hash, ''))",
  prev_hash: "md5(prev_hash)",
  hash: "md5(hash)",
} as const;

/** How an owner may rewrite: `tail` cuts off the end, which only a seal can show. */
export const TAMPERINGS = [...Object.keys(COLUMNS), "remove", "insert", "reorder", "tail"] as const;
export type Tampering = (typeof TAMPERINGS)[number];

/** Alters sealed rows in the owner's transaction, which the caller rolls back. */
export async function tamper(tx: Tx, how: Tampering, pick: Pick): Promise<Tampered> {
  await tx.execute(sql`alter table evidence disable trigger user`);
  const rows = [
    ...(await tx.execute<Row>(sql`
      select id::text, chain, seq from evidence where id <= (select max(last_id) from evidence_seals) order by evidence.id`)),
  ];
  const row = pick(rows);
  const chains = [row.chain];
  if (how === "remove") await tx.execute(sql`delete from evidence where id = ${row.id}`);
  else if (how === "tail") await tx.execute(sql`delete from evidence where id >= ${row.id}`);
  else if (how === "insert")
    await tx.execute(sql`
      insert into evidence (id, chain, seq, at, actor_kind, actor_id, actor_name, step, data, prev_hash, hash)
      overriding system value
      select -1, chain, (select max(seq) + 1 from evidence e where e.chain = o.chain), at, actor_kind, actor_id, actor_name, step,
        data, prev_hash, hash from evidence o where id = ${row.id}`);
  else if (how === "reorder") {
    const other = pick(rows.filter(({ id }) => id !== row.id));
    chains.push(other.chain);
    await tx.execute(sql`alter table evidence alter column id drop identity`);
    await tx.execute(sql`update evidence set id = -1 where id = ${row.id}`);
    await tx.execute(sql`update evidence set id = ${row.id} where id = ${other.id}`);
    await tx.execute(sql`update evidence set id = ${other.id} where id = -1`);
  } else
    await tx.execute(
      sql`update evidence set ${sql.identifier(how)} = ${sql.raw(COLUMNS[how as "seq"])} where id = ${row.id}`,
    );
  return { what: `${how} ${row.chain}#${row.seq}`, chains };
}

class Undo extends Error {}

/** What the verifier says inside a transaction that never happened. `owner`: a pool of the database's owner. */
export async function verdictAfter<T>(
  owner: Db,
  change: (tx: Tx) => Promise<T>,
): Promise<{ found: Verified; done: T }> {
  let answer: { found: Verified; done: T } | undefined;
  try {
    await owner.transaction(async (tx) => {
      const done = await change(tx);
      answer = { done, found: await verifyThrough((read) => read(tx)) };
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) throw error;
  }
  return answer!;
}
