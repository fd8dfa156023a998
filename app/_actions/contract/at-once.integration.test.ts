import { expect, test } from "vitest";

import { makeParty, placeOrder, readContract } from "#/app/_testing/fixtures.ts";
import { givenAt } from "#/app/_time/now.ts";
import { inTenant } from "#/db/client.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { cancelOrderStep } from "./specs.ts";
import { takeStep } from "./take-step.ts";

const { db, owner } = await testDatabase();
const now = new Date("2026-04-15T12:00:00+03:00");

test("of eight who saw the same version one takes the step, the others are told that it changed", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const actor = party.owner;
  const placed = await placeOrder(db, party, [{}], { now });
  const { version } = await readContract(db, placed.id);
  const cancel = () =>
    inTenant(db, actor, async (tx) => {
      const given = await givenAt(tx, now);
      const input = { contractId: placed.id, version, reason: "Передумали вдвоём" };
      return takeStep({ tx, actor, origin: NO_ORIGIN, given }, cancelOrderStep, input);
    });
  const answers = await Promise.all(Array.from({ length: 8 }, cancel));
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  for (const answer of answers) if (!answer.ok) expect(answer.error.code).toBe("record.changed");
  const [taken] =
    await owner`select count(*)::int as n from evidence where contract_id = ${placed.id} and step = 'cancel-order'`;
  expect(taken).toEqual({ n: 1 });
});
