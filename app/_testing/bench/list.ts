import "server-only";

import type postgres from "postgres";

import { makeStaff } from "#/app/_testing/people.ts";
import { inTenant, type Tx } from "#/db/client.ts";
import { contractsThatWait, subscriptionsOf, waitingCounts } from "#/db/queries/cabinet.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { openWindows } from "#/db/queries/edition-window.ts";
import { lateMoneyCounts } from "#/db/queries/late-money.ts";
import { unreadCount } from "#/db/queries/notices.ts";
import { currentRequisites } from "#/db/queries/offer.ts";
import { contractList } from "#/db/queries/staff-contracts.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { paymentList } from "#/db/queries/staff-payments.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import { type Bench, inTurn, median, ms, ratio, table } from "./bench.ts";
import { models, trade } from "./years-of-trade.ts";

const EACH = 20;
const TASKS = 5;
const today = asDay("2026-04-15");
/** Rows below its floor belong to it. */
const isFloor = (what: string) => what.startsWith("floor");

/** What the back office and the cabinet read as the house grows a hundredfold; floors are one bare page in the same role. */
export const bench: Bench = async ({ db, owner, plain, smoke, rounds, say }) => {
  const made = await models(db, owner);
  const staff = await makeStaff(db, "sales");
  const measured: Record<string, number[]>[] = [];
  const sizes = smoke ? [1_000, 2_000] : [10_000, 1_000_000];
  let have = 0;
  for (const size of sizes) {
    await trade(owner, made, have, size);
    have = size;
    const asked = await what(owner, size);
    const read = (work: (tx: Tx) => Promise<unknown>) => () => inTenant(db, staff, work, { readOnly: true });
    const contracts = (query: Partial<Parameters<typeof contractList>[1]>) =>
      read((tx) => contractList(tx, { stage: null, terms: null, cursor: null, ...query }));
    const payments = (query: Partial<Parameters<typeof paymentList>[1]>) =>
      read((tx) => paymentList(tx, { filter: "all", terms: null, text: null, cursor: null, ...query }));
    const paymentsBy = (text: string) => payments({ terms: readSearch(text), text });
    const customer: CustomerActor = { ...made.party.owner, partyId: asked.party };
    measured.push(
      await inTurn(rounds * EACH, {
        "floor: one bare page of contracts": () => bare(plain, "market_staff", "", CONTRACTS),
        "contracts: first page": contracts({}),
        "contracts: the page in the middle": contracts({ cursor: asked.middle }),
        "contracts: invoiced": contracts({ stage: "invoiced" }),
        "contracts: ended, the page in the middle": contracts({ stage: "ended", cursor: asked.middle }),
        "contracts: a filter that nothing fits": contracts({ stage: "lapsed" }),
        "contracts: number of an invoice": contracts({ terms: readSearch(asked.number) }),
        "contracts: УНП": contracts({ terms: readSearch(asked.unp) }),
        "contracts: a customer's name": contracts({ terms: readSearch(asked.name) }),
        "contracts: a word of many names": contracts({ terms: readSearch("ромашка") }),
        "contracts: a sum that all have": contracts({ terms: readSearch(asked.sum) }),
        "floor: one bare page of payments": () => bare(plain, "market_staff", "", PAYMENTS),
        "payments: first page": payments({}),
        "payments: the page in the middle": payments({ cursor: asked.middleDay }),
        "payments: to decide": payments({ filter: "decide" }),
        "payments: unidentified": payments({ filter: "unidentified" }),
        "payments: allocated": payments({ filter: "allocated" }),
        "payments: number of an invoice": paymentsBy(asked.number),
        "payments: УНП": paymentsBy(asked.unp),
        "payments: a payer's name": paymentsBy(asked.name),
        "payments: a word of many names": paymentsBy("ромашка"),
        "payments: a word that nobody has": paymentsBy("рододендрон"),
        "the day: all its queues counted": read((tx) => queueCounts(tx, today)),
        "payments: late money counted": read((tx) => lateMoneyCounts(tx)),
        "floor: one bare page of a customer": () => bare(plain, "market_customer", asked.party, OWN),
        "cabinet: the shell's counts": () =>
          inTenant(db, customer, async (tx) => [await waitingCounts(tx, customer), await unreadCount(tx, customer)], {
            readOnly: true,
          }),
        "cabinet: the first page": () => inTenant(db, customer, (tx) => overview(tx, customer), { readOnly: true }),
      }),
    );
  }
  const rows: (string | number)[][] = [];
  let floor = [1, 1];
  for (const name of Object.keys(measured[0]!)) {
    const [few, many] = measured.map((times) => median(times[name]!)) as [number, number];
    if (isFloor(name)) floor = [few, many];
    const slow = measured[1]![name]!.toSorted((a, b) => a - b);
    const toFloor = [few / floor[0]!, many / floor[1]!] as const;
    // A floor does not grow with the house, only with its neighbours' work: growth is told beside it.
    rows.push([
      ...[name, ms(few), ms(many), ms(slow[Math.floor(slow.length * 0.95)]!)],
      ...[ratio(toFloor[1], 1), ratio(toFloor[1], toFloor[0])],
    ]);
  }
  const [few, many] = sizes.map((size) => size.toLocaleString("en-US"));
  say(table(["page of 50", `${few}: p50 ms`, `${many}: p50 ms`, "p95 ms", "to its floor", "growth beside it"], rows));
};

/** Something of the middle of the history. */
async function what(owner: postgres.Sql, size: number) {
  const [row] =
    await owner`select c.id, c.placed_at, c.party_id as party, c.total, i.number, p.unp, p.name, y.credit_date::text as day, y.id as payment
    from contract_lines l join contracts c on c.id = l.contract_id join invoices i on i.contract_id = c.id join parties p on p.id = c.party_id
      join allocations a on a.contract_id = c.id join payments y on y.id = a.payment_id
    where l.portal = ${`copy-${(size >> 1) + 70}.bitrix24.by`}`;
  const { number, unp, name, party, total } = row as unknown as Record<string, string>;
  return {
    ...{ number: number!, unp: unp!, party: party!, sum: String(Number(total) / 100) },
    name: name!.replace(/^ООО «|»$/g, ""),
    middle: readCursor({ after: `${(row!.placed_at as Date).toISOString()}~${row!.id}` }),
    middleDay: readCursor({ after: `${row!.day}~${row!.payment}` }),
  };
}

/** What the page asks, in its order. */
async function overview(tx: Tx, customer: CustomerActor) {
  for (const id of await contractsThatWait(tx, customer, TASKS)) await findContract(tx, customer, id);
  await subscriptionsOf(tx, customer.partyId);
  await openWindows(tx, customer, today);
  await currentRequisites(tx, customer.partyId);
}

const CONTRACTS = `select c.id, c.stage, c.act, p.name, c.total, c.placed_at, c.ends_on, c.activation_due_on
  from contracts c join parties p on p.id = c.party_id order by c.placed_at desc, c.id limit 51`;
const PAYMENTS = "select * from payments order by credit_date desc, id limit 51";
const OWN = `select c.id, c.stage, c.act, c.total, c.placed_at, c.ends_on from contracts c
  where c.party_id = current_party() order by c.placed_at desc, c.id limit 51`;

const bare = (plain: postgres.Sql, role: string, party: string, page: string) =>
  plain.begin("read only", async (tx) => {
    await tx`select set_config('role', ${role}, true), set_config('app.party', ${party}, true)`;
    await tx.unsafe(page, [], { prepare: true });
  });
