import { describe, expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { closeRefunds } from "./close.ts";
import * as flow from "./flow.ts";
import { NOW as now, refundDesk } from "./testing/desk.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const desk = await refundDesk(db, owner);
const { staff, as, debit, stateOf, booked, asked, grant, prepare, approve, approved } = desk;
const paymentOf = async (refundId: string) =>
  (await owner`select p.state from payments p join refunds r on r.payment_id = p.id where r.id = ${refundId}`)[0]!
    .state;

describe("one refund, four pairs of hands", () => {
  test("from the request to the bank's line: the money waits, is owed, leaves, and the books say so", async () => {
    const { id, number, purpose } = await approved(7_000n);
    expect(number).toMatch(/^R26-\d{6}-\d$/);
    expect(purpose).toContain(number);
    expect(await paymentOf(id)).toBe("to-return");
    expect(await booked(id)).toEqual(["refund: unallocated refunds 7000"]);

    const line = await debit(7_000n, `OTHR ${purpose}`);
    expect(await closeRefunds(db, line.statementId, now)).toBe(1);
    expect(await closeRefunds(db, line.statementId, now), "asked again it finds nothing").toBe(0);
    expect([await stateOf(id), await paymentOf(id)]).toEqual(["paid", "returned"]);
    expect(await booked(id)).toEqual(["refund: unallocated refunds 7000", "refund-paid: refunds other 7000"]);
    const steps = await owner`select step from evidence where chain = ${`refund:${id}`} order by seq`;
    expect(steps.map(({ step }) => step)).toEqual([
      ...["ask-refund", "grant-refund", "prepare-refund", "approve-refund", "close-refund"],
    ]);
    const told =
      await owner`select payload ->> 'move' as move from outbox where topic = 'refund-event' and payload ->> 'refundId' = ${id}`;
    expect(told).toHaveLength(5);
    expect((await audit(owner)).problems).toEqual([]);
  });

  test("no step is skipped, by the code or by the database", async () => {
    const id = await asked(7_100n);
    for (const step of [prepare, approve]) expect(await step(id)).toMatchObject({ error: { code: "refund.not_now" } });
    for (const state of ["prepared", "approved", "paid"])
      await expect(owner.unsafe(`update refunds set state = '${state}' where id = '${id}'`)).rejects.toMatchObject({
        code: expect.stringMatching(/^23/),
      });
    await grant(id);
    await expect(owner`update refunds set state = 'requested' where id = ${id}`).rejects.toThrow();
    await expect(owner`update refunds set amount = amount - 1 where id = ${id}`).rejects.toThrow();
    await expect(owner`delete from refunds where id = ${id}`).rejects.toMatchObject({ code: "23001" });
  });

  test("nobody approves their own, by the code or by the database", async () => {
    const id = await asked(7_200n);
    await grant(id);
    await prepare(id, staff.second);
    for (const own of [staff.accountant, staff.second])
      expect(await approve(id, own)).toMatchObject({ error: { code: "refund.own" } });
    expect(await approve(id, staff.lawyer)).toMatchObject({ error: { code: "auth.forbidden" } });
    for (const own of [staff.accountant, staff.second, staff.lawyer])
      await expect(
        owner`update refunds set state = 'approved', approved_at = now(), approved_by = ${own.userId} where id = ${id}`,
      ).rejects.toMatchObject({ constraint_name: "refunds_four_eyes" });
    expect(await approve(id)).toMatchObject({ ok: true });
  });

  test("sent back it is prepared anew under the same number", async () => {
    const { id, number } = await approved(7_300n);
    const seen = await desk.preparedAt(id);
    const back = await as(staff.director, (tx, who) =>
      flow.sendBackRefund(tx, { refundId: id, reason: "банк не принял счёт" }, who),
    );
    expect(back).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("granted");
    await prepare(id, staff.second, new Date(now.getTime() + 60_000));
    const [row] = await owner`select number, prepared_by, approved_by from refunds where id = ${id}`;
    expect(row).toEqual({ number, prepared_by: staff.second.userId, approved_by: null });
    expect(await approve(id, staff.director, seen), "an order that nobody saw").toMatchObject({
      error: { code: "record.changed" },
    });
    expect(await approve(id)).toMatchObject({ ok: true });
  });

  test("taken back after the lawyer's word: the money is free again and the debt is corrected", async () => {
    const id = await asked(7_400n);
    await grant(id);
    const done = await as(staff.accountant, (tx, who) =>
      flow.withdrawRefund(tx, { refundId: id, reason: "клиент просит зачесть в новый счёт" }, who),
    );
    expect(done).toMatchObject({ ok: true });
    expect(await paymentOf(id)).toBe("unidentified");
    expect(await booked(id)).toEqual(
      ["refund: unallocated refunds 7400", "correction: refunds unallocated 7400"].toSorted((a, b) => (a < b ? -1 : 1)),
    );
  });
});

describe("the bank's line", () => {
  test("a tie is never decided, and a person names the line", async () => {
    const { id, purpose } = await approved(8_000n);
    const first = await debit(8_000n, purpose);
    const twin = await debit(8_000n, purpose, { statementId: first.statementId });
    expect(await closeRefunds(db, first.statementId, now)).toBe(0);
    const close = (lineId: string, actor: Actor = staff.accountant) =>
      as(actor, (tx, who) => flow.closeRefund(tx, { refundId: id, lineId }, who));
    const other = await debit(8_001n, purpose);
    expect(await close(other.id)).toMatchObject({ error: { code: "refund.line_sum" } });
    expect(await close(twin.id, staff.lawyer)).toMatchObject({ error: { code: "auth.forbidden" } });
    expect(await close(twin.id)).toMatchObject({ ok: true });
    expect(await stateOf(id)).toBe("paid");
    const next = await approved(8_000n);
    const taken = await as(staff.accountant, (tx, who) =>
      flow.closeRefund(tx, { refundId: next.id, lineId: twin.id }, who),
    );
    expect(taken).toMatchObject({ error: { code: "refund.line_taken" } });
  });

  test.each([
    ["another sum", { more: 1n }],
    ["another account", { iban: "BY68PJCB30120000000000000002" }],
    ["no number", { purpose: "Возврат средств" }],
  ])(
    "with %s closes nothing by itself",
    async (_what, { more = 0n, iban, purpose }: { more?: bigint; iban?: string; purpose?: string }) => {
      const refund = await approved(8_100n);
      const line = await debit(8_100n + more, purpose ?? refund.purpose, iban ? { iban } : {});
      expect(await closeRefunds(db, line.statementId, now)).toBe(0);
      expect(await stateOf(refund.id)).toBe("approved");
    },
  );
});
