import { expect, test } from "vitest";

import { doNextMessage } from "#/app/_jobs/outbox.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import { drawUpReconciliation } from "#/app/_papers/reconciliation.ts";
import { activate, insertPayment, makeParty, makeStaff, pay, placeOrder } from "#/app/_testing/fixtures.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { findReconciliation, movementsUntil, reconciliationsOf } from "#/db/queries/reconciliations.ts";
import { reconciliationMoves } from "#/db/schema/index.ts";
import { audit } from "#/db/testing/audit.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { CustomerActor, StaffActor } from "#/lib/access/actor.ts";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { turnover } from "#/lib/documents/reconciliation/balance.ts";
import { decideAnswer, decideConfirm, decideDispute } from "#/lib/reconciliation/decide.ts";
import { answerInput, disputeInput } from "#/lib/reconciliation/inputs.ts";
import { stateOf } from "#/lib/reconciliation/state.ts";
import { statementOf } from "#/lib/reconciliation/statement.ts";
import { newEdition } from "./new-edition.ts";
import { takeReconciliationMove } from "./take-move.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (day: string) => new Date(`${day}T10:00:00+03:00`);
const now = at("2026-05-04");
const party = await makeParty(db, "legalEntity", { now: at("2026-04-01") });
const stranger = await makeParty(db, "legalEntity", { now: at("2026-04-01") });
const house = await makeStaff(db, "accountant", { now: at("2026-04-01") });
type Person = CustomerActor | StaffActor;

const lived = await activate(
  db,
  await pay(db, await placeOrder(db, party, [{}], { now: at("2026-04-02") }), { now: at("2026-04-03") }),
  { now: at("2026-04-06") },
);

const as = <T>(actor: Person, work: Parameters<typeof inTenant<T>>[2]) => inTenant(db, tenantOf(actor), work);
const who = (actor: Person, when = now) => ({ actor, now: when, origin: NO_ORIGIN });
const draw = (actor: Person, from: string, to: string, when = now) =>
  as(actor, (tx) => drawUpReconciliation(tx, { partyId: party.id, from, to }, who(actor, when)));
const drawn = async (...asked: Parameters<typeof draw>) => {
  const result = await draw(...asked);
  if (!result.ok) throw new Error(result.error.code);
  return result.value.id;
};
const found = (id: string) => as(house, (tx) => findReconciliation(tx, house, id)).then((one) => one!);
const stateNow = async (id: string) => stateOf((await found(id)).moves);

const dispute = (actor: Person, id: string, seen: number, sent: object) => {
  const input = disputeInput.parse({ reconciliationId: id, seen, ...sent });
  return as(actor, (tx) =>
    takeReconciliationMove({ tx, ...who(actor) }, "dispute", input, (act) => decideDispute(act, input)),
  );
};
const answer = (id: string, seen: number, answers: object[]) => {
  const input = answerInput.parse({ reconciliationId: id, seen, answers });
  return as(house, (tx) =>
    takeReconciliationMove({ tx, ...who(house) }, "answer", input, (act) => decideAnswer(act, input)),
  );
};
const confirm = (actor: Person, id: string, seen: number, fileId?: string) =>
  as(actor, (tx) =>
    takeReconciliationMove({ tx, ...who(actor) }, "confirm", { reconciliationId: id, seen, fileId }, (act, side) =>
      decideConfirm(act, side, fileId),
    ),
  );
const replace = (actor: Person, id: string, seen: number) =>
  as(actor, (tx) => {
    const asked = { tx, ...who(actor) };
    return takeReconciliationMove(asked, "replace", { reconciliationId: id, seen }, newEdition(asked));
  });
const copyOf = (actor: Person, partyId: string) =>
  as(actor, async (tx) => {
    const bytes = Buffer.from(`%PDF-1.7 ${crypto.randomUUID()} %%EOF`);
    const file = {
      partyId,
      kind: "signed-reconciliation",
      name: "акт.pdf",
      mediaType: "application/pdf",
      bytes,
    } as const;
    return (await insertFile(tx, actor, now, file))!.id;
  });
const lettersTo = async (id: string, seq: number) => {
  while (await doNextMessage(db));
  const rows = await owner`select template from mails where dedupe_key like ${`reconciliation:${id}:${seq}:%`}`;
  return [...new Set(rows.map(({ template }) => String(template)))];
};
const absent = { way: "absent", at: 0, remark: "Этого платежа у нас нет" };
const own = { kind: "payment", number: "77", on: "10.04.2026", amount: "49,00", remark: "Платили с другого счёта" };

let agreed: string;

test("disputed line by line, answered, disputed no more: agreed with the customer's signed copy, each side told once", async () => {
  agreed = await drawn(house, "2026-04-01", "2026-04-30");
  expect(await lettersTo(agreed, 0)).toEqual(["reconciliation-drawn"]);
  expect(await dispute(party.accountant, agreed, 0, { lines: [absent], own: [own] })).toMatchObject({ ok: true });
  expect(await lettersTo(agreed, 1)).toEqual(["staff-reconciliation-disputed"]);
  const [kept] = (await found(agreed)).moves;
  expect(kept?.data.lines).toEqual([
    { at: 0, theirs: null, remark: absent.remark },
    {
      ...{ at: null, remark: own.remark },
      theirs: { kind: "payment", number: "77", on: "2026-04-10", amount: "4900" },
    },
  ]);
  expect(await answer(agreed, 1, [{ verdict: "keep", text: "Платёж № 1 от 03.04" }])).toMatchObject({
    error: { code: "reconciliation.answer_all" },
  });
  const word = { verdict: "keep", text: "В выписке банка так" };
  expect(await answer(agreed, 1, [word, word])).toMatchObject({ ok: true });
  expect(await lettersTo(agreed, 2)).toEqual(["reconciliation-answered"]);
  const theirs = await copyOf(stranger.owner, stranger.id);
  expect(await confirm(party.accountant, agreed, 2, theirs)).toMatchObject({
    error: { fields: { fileId: { code: "file.not_found" } } },
  });
  const fileId = await copyOf(party.accountant, party.id);
  expect(await confirm(party.accountant, agreed, 2, fileId)).toMatchObject({ ok: true });
  expect(await lettersTo(agreed, 3)).toEqual(["staff-reconciliation-agreed"]);
  const [row] = await as(party.owner, (tx) => reconciliationsOf(tx, party.id));
  expect(row).toMatchObject({ id: agreed, state: "agreed", copies: 1, stateOn: "2026-05-04" });
  const steps = await owner`select step from evidence where chain = ${`reconciliation:${agreed}`} order by seq`;
  expect(steps.map(({ step }) => step)).toEqual([
    "dispute-reconciliation",
    "answer-reconciliation",
    "confirm-reconciliation",
  ]);
});

test("the next act opens with the agreed balance; money that turned out later to be older is named and counted", async () => {
  const { from, to, frozen } = await found(agreed);
  const { closing } = turnover(frozen.operations, from, to);
  const late = await insertPayment(db, { amount: 4900n, creditedOn: asDay("2026-04-20") });
  await owner`update payments set party_id = ${party.id} where id = ${late}`;
  const next = await found(await drawn(house, "2026-05-01", "2026-05-04"));
  expect(next.frozen.base).toMatchObject({ id: agreed, closing: String(closing), vanished: [] });
  expect(next.frozen.base?.appeared).toMatchObject([{ kind: "payment", on: "2026-04-20", amount: "4900" }]);
  const balance = turnover(next.frozen.operations, next.from, next.to, next.frozen.base);
  expect([balance.opening, balance.corrected, balance.closing]).toEqual([closing, 4900n, closing + 4900n]);
});

test("of two who move at once one is first; who saw less than there is, is told so", async () => {
  const id = await drawn(party.owner, "2026-04-01", "2026-05-04");
  const both = await Promise.all([confirm(party.owner, id, 0), dispute(party.accountant, id, 0, { lines: [absent] })]);
  expect(both.filter(({ ok }) => ok)).toHaveLength(1);
  expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: "record.changed" } });
  expect(await confirm(party.owner, id, 0)).toMatchObject({ error: { code: "record.changed" } });
  expect((await found(id)).moves).toHaveLength(1);
});

test("a new edition of the same days stands for the old one; the house confirms by the customer's paper alone", async () => {
  const id = await drawn(house, "2026-03-01", "2026-04-30");
  expect(await dispute(party.owner, id, 0, { own: [own] })).toMatchObject({ ok: true });
  expect(await replace(house, id, 1)).toMatchObject({ ok: true });
  const old = await found(id);
  const { replacedBy } = old.moves.at(-1)!.data;
  const fresh = await found(replacedBy!.id);
  expect([stateOf(old.moves), fresh.replacesId, fresh.from, fresh.to]).toEqual(["replaced", id, old.from, old.to]);
  expect(await lettersTo(fresh.id, 0)).toEqual(["reconciliation-drawn"]);
  for (const moved of [confirm(party.owner, id, 2), replace(house, id, 2)])
    expect(await moved).toMatchObject({ error: { code: "reconciliation.not_now" } });
  expect(await confirm(house, fresh.id, 0)).toMatchObject({ error: { code: "reconciliation.copy_required" } });
  expect(await confirm(house, fresh.id, 0, await copyOf(house, party.id))).toMatchObject({ ok: true });
  expect(await stateNow(fresh.id)).toBe("agreed");
});

test("a stranger finds nothing, a customer never speaks for the seller, and what was said stays said", async () => {
  const id = await drawn(house, "2026-04-01", "2026-04-15");
  expect(await confirm(stranger.owner, id, 0)).toMatchObject({ error: { code: "record.not_found" } });
  const forged = (move: "answer" | "replace" | "confirm", side: "customer" | "seller", partyId = party.id) =>
    as(party.owner, (tx) =>
      tx.insert(reconciliationMoves).values({
        ...{ id: crypto.randomUUID(), partyId, reconciliationId: id, seq: 1, move, side },
        ...{ at: now, by: party.owner.userId, data: {} },
      }),
    );
  const lies: Parameters<typeof forged>[] = [
    ["confirm", "seller"],
    ["answer", "customer"],
    ["confirm", "customer", stranger.id],
  ];
  for (const lie of lies) await expect(forged(...lie)).rejects.toMatchObject({ cause: { code: "42501" } });
  await expect(owner`delete from reconciliation_moves`).rejects.toThrow("append-only");
  expect(await stateNow(id)).toBe("open");
  expect((await audit(owner)).problems).toEqual([]);
});

test("the statement of account is the act's figures, with what each line leads to", async () => {
  const period = { from: asDay("2026-04-01"), to: asDay("2026-04-30") };
  const { movements } = await as(party.accountant, (tx) => movementsUntil(tx, party.id, period.to));
  const statement = statementOf(movements, period);
  const again = await found(await drawn(house, period.from, period.to));
  const { opening, debit, credit, closing } = turnover(again.frozen.operations, again.from, again.to);
  expect(statement).toMatchObject({ opening, debit, credit, closing });
  expect(statement.rows.at(-1)?.balance).toBe(closing);
  const payment = statement.rows.find(({ credit: came }) => came === lived.total)!.movement;
  expect(payment).toMatchObject({
    contractId: lived.id,
    set: [{ contractId: lived.id, number: lived.invoices[0]!.number, amount: lived.total }],
  });
  const act = statement.rows.find(({ debit: given }) => given > 0n)!.movement;
  expect([act.id, act.contractId]).toEqual([lived.acts[0]!.id, lived.id]);
  expect(await as(stranger.owner, (tx) => movementsUntil(tx, party.id, "2026-12-31" as Day))).toEqual({
    ...{ movements: [], refused: [] },
  });
});
