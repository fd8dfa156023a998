import "server-only";

import { inTenant } from "#/db/client.ts";
import { audit, fingerprints } from "#/db/testing/audit.ts";
import { takeNumber } from "#/db/writes/numbers.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { cluster } from "./cluster.ts";
import { type Acknowledged, writeOn } from "./mixed-writers.ts";
import { defineProof, withDatabase } from "./proof.ts";

const now = new Date("2026-04-16T12:00:00+03:00");
class Enough extends Error {}

export const proof = defineProof({
  what: "a copy of the stopped cluster, opened in another folder: ledger and evidence are the same to the byte",
  sizes: { writes: { full: 1_000, smoke: 60 } },
  async run(house, { writes }) {
    const told: Acknowledged = { contracts: new Map(), payments: new Set(), statements: new Set() };
    const written = () => told.contracts.size + told.payments.size + told.statements.size;
    const before = await withDatabase(house, 4, async (db, owner) => {
      const random = {
        ...house.random,
        int(below: number) {
          if (written() >= writes) throw new Enough();
          return house.random.int(below);
        },
      };
      const clients = await Promise.allSettled(Array.from({ length: 4 }, () => writeOn(db, random, now, told)));
      for (const client of clients)
        if (client.status === "rejected" && !(client.reason instanceof Enough)) throw client.reason;
      return fingerprints(owner);
    });
    const began = performance.now();
    const place = await cluster("copy");
    const took = performance.now() - began;
    return withDatabase(place, 2, async (db, owner) => {
      const after = await fingerprints(owner);
      for (const [table, print] of Object.entries(before))
        if (after[table] !== print) house.violated(`${table}: ${print} became ${after[table]}`);
      const found = await audit(owner);
      for (const problem of found.problems) house.violated(problem);
      // The copy is a working house: the next number follows the last one.
      const [last] = await owner`select last from number_series where kind = 'invoice' and year = 2026`;
      const next = await inTenant(db, { kind: "system", job: "prove-restore" }, (tx) =>
        takeNumber(tx, "invoice", asDay("2026-04-16")),
      );
      if (next.sequence !== last!.last + 1)
        house.violated(`the copy goes on with № ${next.sequence} after ${last!.last}`);
      return {
        writes: written(),
        "entries of evidence verified": found.entries,
        evidence: after.evidence!,
        allocations: after.allocations!,
        "stop, copy and start": `${(took / 1000).toFixed(1)} s`,
      };
    });
  },
});
