import "server-only";

import type postgres from "postgres";

import { makeStaff } from "#/app/_testing/people.ts";
import { inTenant } from "#/db/client.ts";
import { contractList } from "#/db/queries/staff-contracts.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import { manyOrders } from "../prove/many-orders.ts";
import { type Bench, inTurn, median, ms, ratio, table } from "./bench.ts";

const ordered = new Date("2026-04-15T12:00:00+03:00");
const EACH = 20;

/** The back office's list of contracts as it grows tenfold; the floor is one bare page of joined rows in the same role. */
export const bench: Bench = async ({ db, owner, plain, smoke, rounds, say }) => {
  const staff = await makeStaff(db, "sales");
  const rows: (string | number)[][] = [];
  for (const size of smoke ? [100, 300] : [10_000, 100_000]) {
    const [have] = await owner`select count(*)::int as n from contracts`;
    const orders = await manyOrders(db, owner, size - have!.n - 1, new Date(ordered.getTime() + size * 1000));
    const one = orders[orders.length >> 1]!;
    const [middle] =
      await owner`select id, placed_at from contracts order by placed_at desc, id offset ${size >> 1} limit 1`;
    const deep = readCursor({ after: `${(middle!.placed_at as Date).toISOString()}~${middle!.id}` });
    const page = (query: Partial<Parameters<typeof contractList>[1]>) => () =>
      inTenant(db, staff, (tx) => contractList(tx, { stage: null, terms: null, cursor: null, ...query }), {
        readOnly: true,
      });
    const times = await inTurn(rounds * EACH, {
      "floor: one bare page": () => barePage(plain),
      "first page": page({}),
      "deep page, the middle of all": page({ cursor: deep }),
      "filtered: invoiced": page({ stage: "invoiced" }),
      "filtered: none there (ended)": page({ stage: "ended" }),
      "search: number of an invoice": page({ terms: readSearch(one.number) }),
      "search: УНП": page({ terms: readSearch(one.unp) }),
      "search: part of a name": page({ terms: readSearch("ромашка") }),
    });
    const floor = median(times["floor: one bare page"]);
    for (const [what, all] of Object.entries(times)) {
      const sorted = all.toSorted((a, b) => a - b);
      rows.push([
        size,
        what,
        ms(median(all)),
        ms(sorted[Math.floor(sorted.length * 0.95)]!),
        ratio(median(all), floor),
      ]);
    }
  }
  say(table(["contracts", "page of 50", "p50 ms", "p95 ms", "to the floor"], rows));
};

const barePage = (plain: postgres.Sql) =>
  plain.begin("read only", async (tx) => {
    await tx`select set_config('role', 'market_staff', true)`;
    await tx`select c.id, c.stage, c.act, p.name, c.total, c.placed_at, c.ends_on, c.activation_due_on
      from contracts c join parties p on p.id = c.party_id order by c.placed_at desc, c.id limit 51`;
  });
