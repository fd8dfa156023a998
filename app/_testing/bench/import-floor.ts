import "server-only";

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type postgres from "postgres";

import { lineKeys } from "#/lib/statement/identity.ts";
import { ACCOUNT } from "#/lib/statement/testing/write.ts";
import type { Planned } from "../prove/statements.ts";
import { timed } from "./bench.ts";

/** What cannot be done with less: read the text and COPY it; join it and write the money. Rolled back. Milliseconds of both. */
export async function floor(owner: postgres.Sql, bytes: Uint8Array, plan: readonly Planned[]) {
  const keys = lineKeys({ account: ACCOUNT, lines: [...plan] });
  let keep = 0;
  let match = 0;
  await owner
    .begin(async (tx) => {
      await tx`create temp table stage (key text, amount bigint, unp text, purpose text) on commit drop`;
      await tx`create temp table paid (id uuid default gen_random_uuid(), key text unique, amount bigint, unp text, purpose text) on commit drop`;
      keep = await timed(async () => {
        await pipeline(Readable.from(rowsOf(bytes, keys)), await tx`copy stage from stdin`.writable());
        await tx`insert into paid (key, amount, unp, purpose) select * from stage on conflict do nothing`;
      });
      await tx`analyze paid`;
      match = await timed(() => matched(tx));
      throw new RollBack();
    })
    .catch((error) => {
      if (!(error instanceof RollBack)) throw error;
    });
  return { keep, match };
}

class RollBack extends Error {}

function rowsOf(bytes: Uint8Array, keys: readonly string[]): string[] {
  const rows: string[] = [];
  let line: Record<string, string> = {};
  for (const one of new TextDecoder("windows-1251").decode(bytes).split("\r\n")) {
    const at = one.indexOf("=");
    if (at < 0 || !one.startsWith("^")) continue;
    line[one.slice(1, at)] = one.slice(at + 1, -1);
    if (!one.startsWith("^OpDate=")) continue;
    rows.push(
      `${keys[rows.length]}\t${Math.round(Number(line.Credit) * 100)}\t${line.KorUNP || "\\N"}\t${line.Nazn}${line.Nazn2}\n`,
    );
    line = {};
  }
  return rows;
}

async function matched(tx: postgres.TransactionSql) {
  await tx`create temp table matched on commit drop as select distinct on (i.id) p.id as payment_id, i.id as invoice_id, i.contract_id, p.amount
    from paid p join invoices i on i.number = substring(p.purpose from '[0-9]{2}-[0-9]{6}-[0-9]') and i.total = p.amount and i.status = 'live'
    join parties r on r.id = i.party_id and r.unp = p.unp`;
  await tx`create temp table put (like matched) on commit drop`;
  await tx`insert into put select * from matched`;
  await tx`update invoices i set status = 'paid', paid = i.total from matched m where m.invoice_id = i.id`;
  await tx`update contracts c set stage = 'concluded', version = version + 2, accepted_on = '2026-04-16', paid_on = '2026-04-16', credited_on = '2026-04-16',
    concluded_at = now(), accepted_offer_id = shown_offer_id from matched m where m.contract_id = c.id`;
}
