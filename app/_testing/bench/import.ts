import "server-only";

import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";

import { matchStatement } from "#/app/_payments/match-statement.ts";
import { lineKeys } from "#/lib/statement/identity.ts";
import { parseStatement } from "#/lib/statement/parse.ts";
import { ACCOUNT } from "#/lib/statement/testing/write.ts";
import { manyOrders } from "../prove/many-orders.ts";
import { randomOf } from "../prove/proof.ts";
import { bringStatement, fileOf, type Planned, paymentOf, planStatement } from "../prove/statements.ts";
import { type Bench, median, ms, ratio, table, timed } from "./bench.ts";

const now = new Date("2026-04-17T12:00:00+03:00");
const ordered = new Date("2026-04-15T12:00:00+03:00");

/** The same lines by COPY and set-based SQL into tables without walls, and by the house. */
export const bench: Bench = async ({ db, owner, smoke, rounds, say }) => {
  const count = smoke ? 100 : 10_000;
  // Every round concludes contracts of its own: six of ten lines find their invoice.
  const each = Math.floor(count * 0.6);
  const orders = await manyOrders(db, owner, each * rounds, ordered);
  const took: Record<string, number[]> = {};
  const time = async (what: string, work: () => Promise<unknown>) => {
    took[what] ??= [];
    took[what].push(await timed(work));
  };
  for (let round = 0; round < rounds; round++) {
    const plan = planStatement(randomOf(round), orders.slice(round * each, (round + 1) * each), count, `R${round}`);
    const bytes = fileOf(plan);
    await time("floor", () => floor(owner, bytes, plan));
    await time("parse", async () => parseStatement(bytes));
    let statementId = "";
    await time("parse and keep", async () => {
      statementId = (await bringStatement(db, bytes, now)).statementId;
    });
    await time("match", () => matchStatement(db, statementId, now));
    await time("again", () => bringStatement(db, bytes, now));
  }
  const floorTime = median(took.floor!);
  const whole = took["parse and keep"]!.map((part, at) => part + took.match![at]!);
  const row = (what: string, times: number[]) => [
    what,
    ms(median(times)),
    Math.round((1000 * count) / median(times)),
    ratio(median(times), floorTime),
  ];
  say(
    table(
      [`${count} lines, ${each} of them conclude a contract`, "ms", "lines/s", "to the floor"],
      [
        row("floor: naive parse, COPY, set-based match and its writes", took.floor!),
        row("ours: upload → matched, whole", whole),
        row("of it: parse alone, every kopeck proved", took.parse!),
        row("of it: parse, keep the file and its lines", took["parse and keep"]!),
        row("of it: match and conclude, one transaction a payment", took.match!),
        row("the same file again", took.again!),
      ],
    ),
  );
  const spare = await manyOrders(db, owner, 1, ordered);
  const pays = paymentOf(spare[0]!, spare[0]!.total, null);
  const one = async (lines: Planned[]) =>
    sentFor(process.env.APP_DATABASE_URL ?? "", (await bringStatement(db, fileOf(lines), now)).statementId);
  const concludes = await one([pays]);
  const waits = await one([{ ...pays, amount: 1n }]);
  say(
    `\nStatements sent for one payment that concludes a contract: ${concludes}; for one that waits for a person: ${waits}.`,
  );
};

/** What cannot be done with less: read the text, COPY it, join it, write the money. Rolled back. */
async function floor(owner: postgres.Sql, bytes: Uint8Array, plan: readonly Planned[]) {
  const rows: string[] = [];
  const keys = lineKeys({ account: ACCOUNT, lines: [...plan] });
  const text = new TextDecoder("windows-1251").decode(bytes);
  let line: Record<string, string> = {};
  for (const one of text.split("\r\n")) {
    const at = one.indexOf("=");
    if (at < 0 || !one.startsWith("^")) continue;
    line[one.slice(1, at)] = one.slice(at + 1, -1);
    if (!one.startsWith("^OpDate=")) continue;
    rows.push(
      `${keys[rows.length]}\t${Math.round(Number(line.Credit) * 100)}\t${line.KorUNP || "\\N"}\t${line.Nazn}${line.Nazn2}\n`,
    );
    line = {};
  }
  await owner
    .begin(async (tx) => {
      await tx`create temp table stage (key text, amount bigint, unp text, purpose text) on commit drop`;
      const into = await tx`copy stage from stdin`.writable();
      await pipeline(Readable.from(rows), into);
      await tx`create temp table paid (id uuid default gen_random_uuid(), key text unique, amount bigint, unp text, purpose text) on commit drop`;
      await tx`insert into paid (key, amount, unp, purpose) select * from stage on conflict do nothing`;
      await tx`create temp table matched on commit drop as select distinct on (i.id) p.id as payment_id, i.id as invoice_id, i.contract_id, p.amount
        from paid p join invoices i on i.number = substring(p.purpose from '[0-9]{2}-[0-9]{6}-[0-9]') and i.total = p.amount and i.status = 'live'
        join parties r on r.id = i.party_id and r.unp = p.unp`;
      await tx`create temp table put (like matched) on commit drop`;
      await tx`insert into put select * from matched`;
      await tx`update invoices i set status = 'paid', paid = i.total from matched m where m.invoice_id = i.id`;
      await tx`update contracts c set stage = 'concluded', version = version + 2, accepted_on = '2026-04-16', paid_on = '2026-04-16', credited_on = '2026-04-16',
        concluded_at = now(), accepted_offer_id = shown_offer_id from matched m where m.contract_id = c.id`;
      throw new RollBack();
    })
    .catch((error) => {
      if (!(error instanceof RollBack)) throw error;
    });
}

class RollBack extends Error {}

/** How many statements PostgreSQL is sent for one payment: each is a round trip, and they are what the time goes to. */
async function sentFor(url: string, statementId: string): Promise<number> {
  let sent = 0;
  const client = postgres(url, { max: 1, onnotice() {}, fetch_types: false, debug: () => void sent++ });
  await matchStatement(drizzle({ client }), statementId, now, { limit: 1 });
  await client.end();
  return sent;
}
