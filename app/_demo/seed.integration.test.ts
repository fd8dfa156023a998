import { expect, test } from "vitest";

import { inTenant } from "#/db/client.ts";
import { contracts, evidence, payments } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { verifyChain } from "#/lib/evidence/chain.ts";
import { seedDemo } from "./seed.ts";

const { db, appUrl, ownerUrl } = await testDatabase();

test("the demonstration lives through three months of real steps", async () => {
  const accounts = await seedDemo(appUrl, { ownerUrl, now: new Date(), authSecret: "x".repeat(48) });
  expect(accounts.filter(({ totpSecret }) => totpSecret)).toHaveLength(5);
  const tenant = { kind: "system", job: "test" } as const;
  const places = await inTenant(db, tenant, (tx) =>
    tx.select({ stage: contracts.stage, act: contracts.act }).from(contracts),
  );
  expect(places.map(({ stage, act }) => `${stage}/${act}`).sort()).toEqual(
    [
      "active/deemed",
      "active/refused",
      "active/sent",
      "active/signed",
      "active/signed",
      "concluded/none",
      "invoiced/none",
      "lapsed/none",
    ].sort(),
  );
  const states = await inTenant(db, tenant, (tx) => tx.select({ state: payments.state }).from(payments));
  const count = (wanted: string) => states.filter(({ state }) => state === wanted).length;
  expect({ allocated: count("allocated"), proposed: count("proposed"), unidentified: count("unidentified") }).toEqual({
    allocated: 6,
    proposed: 2,
    unidentified: 1,
  });
  const entries = await inTenant(db, tenant, (tx) => tx.select().from(evidence).orderBy(evidence.chain, evidence.seq));
  for (const chain of Map.groupBy(entries, (entry) => entry.chain).values()) expect(verifyChain(chain)).toEqual([]);
}, 60_000);
