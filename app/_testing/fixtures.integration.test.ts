import { expect, test } from "vitest";

import { testDatabase } from "#/db/testing/database.ts";
import {
  activate,
  correctAct,
  makeParty,
  pay,
  placeOrder,
  readContract,
  receiveAct,
  refuseAct,
  sendAct,
  signAct,
} from "./fixtures.ts";

const { db } = await testDatabase();
const now = new Date("2026-04-20T10:00:00+03:00");

test.each(["legalEntity", "soleProprietor", "individual"] as const)("%s goes through its whole life", async (kind) => {
  const party = await makeParty(db, kind, { now });
  const ordered = await placeOrder(db, party, [{ months: 1 }, { months: 12 }], { now });
  expect(ordered).toMatchObject({ stage: "invoiced", invoices: [{ status: "live" }] });

  const half = await pay(db, ordered, { amount: ordered.total / 2n, now });
  expect(half.stage).toBe("invoiced");
  const paid = await pay(db, half, { now });
  expect(paid).toMatchObject({ stage: "concluded", acceptedOn: "2026-04-20", activationDueOn: "2026-05-12" });

  const sent = await sendAct(db, await activate(db, paid, { now }), { now });
  expect(sent).toMatchObject({ stage: "active", act: "sent" });
  const received = await receiveAct(db, party, sent, { now });
  const refused = await refuseAct(db, party, received, { now });
  expect(refused.act).toBe("refused");
  const corrected = await sendAct(db, await correctAct(db, refused, { now }), { now });
  const signed = await signAct(db, party, corrected, { now });
  expect(signed).toMatchObject({ act: "signed", acts: [{ status: "signed" }, { status: "replaced" }] });
});

test("two parties never share a portal or a number", async () => {
  const [one, two] = [await makeParty(db), await makeParty(db)];
  const a = await placeOrder(db, one);
  const b = await placeOrder(db, two);
  expect(a.lines[0]!.portal).not.toBe(b.lines[0]!.portal);
  expect(a.invoices[0]!.number).not.toBe(b.invoices[0]!.number);
  expect((await readContract(db, a.id)).partyId).toBe(one.id);
});
