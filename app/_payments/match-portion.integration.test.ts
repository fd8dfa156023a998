import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, test } from "vitest";

import { reissueInvoiceStep } from "#/app/_actions/contract/specs.ts";
import { runClocks } from "#/app/_jobs/clocks.ts";
import { makeParty, type Party, placeOrder, readContract, take } from "#/app/_testing/fixtures.ts";
import { randomOf } from "#/app/_testing/prove/proof.ts";
import { bringStatement, fileOf } from "#/app/_testing/prove/statements.ts";
import { inTenant, type Tx } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { verifyChain } from "#/lib/evidence/chain.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import { MATCHER, matchNext } from "./match-next.ts";
import { matchPortion } from "./match-portion.ts";
import { matchStatement } from "./match-statement.ts";

const { db, owner } = await testDatabase();
const now = new Date("2026-04-17T12:00:00+03:00");
const ordered = new Date("2026-04-15T12:00:00+03:00");

let number = 0;
function payment(party: Party | null, contract: Contract, changes: Partial<StatementLine> = {}): StatementLine {
  const invoice = contract.invoices[0]!;
  return {
    documentNumber: String(++number),
    documentDate: asDay("2026-04-16"),
    creditDate: asDay("2026-04-16"),
    amount: invoice.total,
    side: "credit",
    payer: {
      name: party?.requisites.kind === "individual" ? "ИВАНОВ И.И." : "ООО РОМАШКА",
      unp: party?.requisites.unp ?? null,
      iban: "BY48AKBB30120000000000000001",
      bic: "AKBBBY2X",
    },
    purpose: `Оплата по счету № ${invoice.number} от ${formatDay(invoice.issuedOn)}. Без НДС.`,
    bankId: null,
    position: 1,
    ...changes,
  };
}
const order = async (party: Party, months = 3) => placeOrder(db, party, [{ months }], { now: ordered });

/** Every way in which a line may meet its invoice, and lines that meet each other. */
async function everyKind(): Promise<StatementLine[]> {
  const [one, two, shared, tied, person] = [
    await makeParty(db),
    await makeParty(db),
    await makeParty(db),
    await makeParty(db),
    await makeParty(db, "individual"),
  ];
  const plain = await order(one);
  const late = await order(one);
  const twice = await order(two);
  const refused = await order(two);
  const [first, second] = [await order(shared), await order(shared, 6)];
  const [this_, that] = [await order(tied), await order(tied)];
  const byAccount = await order(person);
  const nameless = { purpose: "Оплата подписки Битрикс24" };
  return [
    payment(one, plain),
    payment(one, plain, { amount: plain.total - 1n }),
    payment(one, plain, { amount: plain.total + 1n }),
    payment(one, late, { creditDate: asDay("2026-04-29") }),
    payment(two, twice),
    payment(two, twice),
    payment(two, twice),
    // Paid before any edition of the offer: nothing to accept, the step refuses.
    payment(two, refused, { documentDate: asDay("2020-01-15") }),
    payment(two, refused, { documentDate: asDay("2020-01-15") }),
    payment(shared, first, {
      amount: first.total + second.total,
      purpose: `Оплата по счетам ${first.invoices[0]!.number}, ${second.invoices[0]!.number} от ${formatDay(first.invoices[0]!.issuedOn)}`,
    }),
    payment(shared, first),
    payment(shared, second),
    payment(tied, this_, nameless),
    payment(tied, that, nameless),
    payment(tied, that),
    payment(one, that),
    payment(person, byAccount),
    payment(person, byAccount, { payer: { name: "КТО-ТО", unp: null, iban: null, bic: null }, ...nameless }),
    payment(null, plain, { ...nameless, payer: { name: "НИКТО", unp: null, iban: null, bic: null }, amount: 7_77n }),
    { ...payment(one, plain), side: "debit" },
  ];
}

/** Everything that matching writes, as rows that can be compared: ids of new rows and what is made of them left out. */
async function written(tx: Tx) {
  const rows = async (query: string) => (await tx.execute<{ row: unknown }>(sql.raw(query))).map(({ row }) => row);
  const chains = Map.groupBy(await tx.select().from(evidence).orderBy(evidence.seq), ({ chain }) => chain);
  return {
    payments: await rows("select to_jsonb(p) as row from payments p order by id"),
    invoices: await rows("select to_jsonb(i) as row from invoices i order by id"),
    contracts: await rows("select to_jsonb(c) as row from contracts c order by id"),
    allocations: await rows(
      "select to_jsonb(a) - 'id' as row from allocations a order by payment_id, invoice_id, amount",
    ),
    ledger: await rows(
      `select to_jsonb(l) - 'id' - 'source_id' || jsonb_build_object('of', coalesce(a.payment_id, l.source_id)) as row
      from ledger_entries l left join allocations a on a.id = l.source_id order by coalesce(a.payment_id, l.source_id), l.source`,
    ),
    evidence: await rows(
      `select to_jsonb(e) - '{id,salt,actor_name_hash,address_hash,browser_hash,prev_hash,hash}'::text[] as row from evidence e order by id`,
    ),
    outbox: await rows("select to_jsonb(o) - 'id' as row from outbox o order by topic, payload::text"),
    broken: [...chains.values()].flatMap(verifyChain),
  };
}

class Undo extends Error {}

/** What a way of matching writes, undone afterwards. */
async function tried(way: (tx: Tx) => Promise<void>) {
  let result: Awaited<ReturnType<typeof written>> | undefined;
  await inTenant(db, MATCHER, async (tx) => {
    await way(tx);
    result = await written(tx);
    throw new Undo();
  }).catch((error) => {
    if (!(error instanceof Undo)) throw error;
  });
  return result!;
}

describe("a portion of payments", () => {
  test.each([1, 2, 3])(
    "writes what the same payments write one at a time, in any order of theirs (%i)",
    async (seed) => {
      const lines = randomOf(seed).shuffle(await everyKind());
      const { statementId } = await bringStatement(db, fileOf(lines), now);
      const oneByOne = await tried(async (tx) => {
        while (await matchNext(tx, statementId, now));
      });
      const states = oneByOne.payments.map((row) => (row as { state: string }).state);
      expect(new Set(states)).toEqual(new Set(["allocated", "proposed", "unidentified", "none"]));
      for (const size of [500, 7, 2]) {
        const together = await tried(async (tx) => {
          while ((await matchPortion(tx, statementId, now, size, [])) > 0);
        });
        expect(together).toEqual(oneByOne);
      }
      expect(oneByOne.broken).toEqual([]);
      await matchStatement(db, statementId, now);
    },
    120_000,
  );

  test("leaves nothing that the audit minds", async () => {
    expect((await audit(owner)).problems).toEqual([]);
  });

  test("knows an invoice that was replaced: its money waits for a person, that of its successor concludes", async () => {
    const party = await makeParty(db);
    const old = await order(party);
    const later = new Date("2026-04-28T12:00:00+03:00");
    await runClocks(db, later);
    const lapsed = await readContract(db, old.id);
    await take(db, party.owner, reissueInvoiceStep, { contractId: old.id, version: lapsed.version }, { now: later });
    const renewed = await readContract(db, old.id);
    const { statementId } = await bringStatement(
      db,
      fileOf([
        payment(party, old),
        payment(party, renewed, { documentDate: asDay("2026-04-28"), creditDate: asDay("2026-04-28") }),
      ]),
      later,
    );
    expect(await matchStatement(db, statementId, later)).toBe(2);
    expect(await statesOf(statementId)).toEqual(["proposed", "allocated"]);
    expect(await readContract(db, old.id)).toMatchObject({ stage: "concluded", acceptedOn: "2026-04-28" });
  });
});

describe("a payment that cannot be stored", () => {
  const bad = "999000001";
  let lines: StatementLine[] = [];
  beforeAll(async () => {
    await owner.unsafe(`create table spoilt (payment_id uuid, code text)`);
    await owner.unsafe(`grant select on spoilt to market_system`);
    await owner.unsafe(`create function spoil() returns trigger language plpgsql as $$ declare how text; begin
      select code into how from spoilt where payment_id = new.payment_id;
      if found then raise exception 'spoilt' using errcode = how; end if; return new; end $$`);
    await owner.unsafe(`create trigger spoil before insert on allocations for each row execute function spoil()`);
    const parties = await Promise.all(Array.from({ length: 25 }, () => makeParty(db)));
    for (const party of parties) {
      const line = payment(party, await order(party));
      lines.push(lines.length === 11 ? { ...line, documentNumber: bad } : line);
    }
  }, 60_000);

  const spoil = async (statementId: string, code: string) =>
    owner`insert into spoilt select id, ${code} from payments where statement_id = ${statementId} and document_number = ${bad}`;

  test("waits for the next run where somebody was in the way; all others are matched", async () => {
    const { statementId } = await bringStatement(db, fileOf(lines), now);
    await spoil(statementId, "40001");
    await expect(matchStatement(db, statementId, now)).rejects.toThrow();
    const states = await statesOf(statementId);
    expect(states.filter((state) => state === "allocated")).toHaveLength(24);
    expect(states[11]).toBe("unmatched");
    await owner`delete from spoilt`;
    expect(await matchStatement(db, statementId, now)).toBe(1);
    expect((await statesOf(statementId))[11]).toBe("allocated");
  }, 60_000);

  test("goes to a person where no next run would help", async () => {
    lines = await Promise.all(
      Array.from({ length: 12 }, async (_, at) => {
        const party = await makeParty(db);
        const line = payment(party, await order(party));
        return at === 5 ? { ...line, documentNumber: bad } : line;
      }),
    );
    const { statementId } = await bringStatement(db, fileOf(lines), now);
    await spoil(statementId, "23514");
    expect(await matchStatement(db, statementId, now)).toBe(12);
    const states = await statesOf(statementId);
    expect(states[5]).toBe("unidentified");
    expect(states.filter((state) => state === "allocated")).toHaveLength(11);
    await owner`delete from spoilt`;
    expect((await audit(owner)).problems).toEqual([]);
  }, 60_000);
});

test("four runs at once over small portions: every payment once, every invoice paid by one of its two", async () => {
  const lines: StatementLine[] = [];
  for (let n = 0; n < 15; n++) {
    const party = await makeParty(db);
    const contract = await order(party);
    lines.push(payment(party, contract), payment(party, contract));
  }
  const { statementId } = await bringStatement(db, fileOf(randomOf(4).shuffle(lines)), now);
  const took = await Promise.all(Array.from({ length: 4 }, () => matchStatement(db, statementId, now, { portion: 4 })));
  expect(took.reduce((all, n) => all + n)).toBe(30);
  const states = await statesOf(statementId);
  expect(states.filter((state) => state === "allocated")).toHaveLength(15);
  expect(states.filter((state) => state === "proposed")).toHaveLength(15);
  expect((await audit(owner)).problems).toEqual([]);
}, 60_000);

test("a limit and a stop end between portions", async () => {
  const party = await makeParty(db);
  const contract = await order(party);
  const lines = Array.from({ length: 10 }, (_, n) => payment(party, contract, { amount: BigInt(1000 + n) }));
  const { statementId } = await bringStatement(db, fileOf(lines), now);
  expect(await matchStatement(db, statementId, now, { limit: 3 })).toBe(3);
  expect(await matchStatement(db, statementId, now, { stop: AbortSignal.abort() })).toBe(0);
  expect(await matchStatement(db, statementId, now)).toBe(7);
});

async function statesOf(statementId: string): Promise<string[]> {
  const rows = await owner`select state from payments where statement_id = ${statementId} order by position`;
  return rows.map(({ state }) => String(state));
}
