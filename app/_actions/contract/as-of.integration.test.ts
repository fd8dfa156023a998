import { expect, test } from "vitest";

import { applyEdit } from "#/app/_actions/calendar/apply-edit.ts";
import { runClocks } from "#/app/_jobs/clocks.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import {
  activate,
  correctAct,
  insertPayment,
  makeParty,
  makeStaff,
  type Party,
  pay,
  placeOrder,
  readContract,
  receiveAct,
  refuseAct,
  sendAct,
  signAct,
  take,
} from "#/app/_testing/fixtures.ts";
import { forgetCalendar } from "#/app/_time/calendar.ts";
import { givenAt, givenThen } from "#/app/_time/now.ts";
import { inTenant, tenantOf } from "#/db/client.ts";
import { findContractAsOf } from "#/db/queries/as-of.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { changeActChannel } from "#/db/writes/act-channel.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertCase, insertEnd } from "#/db/writes/force-majeure.ts";
import { updateRequisites } from "#/db/writes/parties.ts";
import { asDay, type Day } from "#/lib/calendar/day.ts";
import { clocksOf } from "#/lib/contract/clocks.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import {
  allocateAtDiscretionStep,
  cancelInvoiceStep,
  cancelOrderStep,
  declareForceMajeureStep,
  endForceMajeureStep,
  issueInvoiceStep,
  refuseActivationStep,
  reissueInvoiceStep,
  releaseAllocationStep,
  requestAssignmentStep,
  settleMoneyQuestionStep,
  terminateByFaultStep,
  terminateEarlyStep,
} from "./specs.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (text: string) => ({ now: new Date(`${text.includes("T") ? text : `${text}T12:00:00`}+03:00`) });
const SYSTEM = { kind: "system", job: "test" } as const;
const start = at("2026-04-14");
const [accountant, lawyer, sales] = [
  await makeStaff(db, "accountant", start),
  await makeStaff(db, "lawyer", start),
  await makeStaff(db, "sales", start),
];

/** The contract as it really was after each step, with the clocks that its page showed. */
function diary(id: string) {
  const pages: { now: Date; real: Contract; clocks: unknown }[] = [];
  const keep = async (text: string) => {
    forgetCalendar();
    const { now } = at(text);
    const real = await readContract(db, id);
    pages.push({ now, real, clocks: clocksOf(real, await givenAt(db, now)) });
    return real;
  };
  const compare = async (party: Party) => {
    for (const { now, real, clocks } of pages) {
      const asked = await inTenant(db, tenantOf(party.owner), async (tx) => ({
        found: await findContractAsOf(tx, party.owner, id, now),
        given: await givenThen(tx, now),
      }));
      expect(asked.found, now.toISOString()).toEqual({ ok: true, value: real });
      expect(clocksOf(real, asked.given), now.toISOString()).toEqual(clocks);
      // A moment before the next step it still stood so.
      const next = pages[pages.findIndex((page) => page.now === now) + 1];
      if (!next) continue;
      const before = new Date(next.now.getTime() - 1);
      expect(await inTenant(db, SYSTEM, (tx) => findContractAsOf(tx, SYSTEM, id, before))).toEqual(asked.found);
    }
    return pages.length;
  };
  return { keep, compare };
}

test("a lapsed invoice, money taken back, an act refused, corrected, met with silence and signed late, to the end", async () => {
  const party = await makeParty(db, "legalEntity", start);
  const order = await placeOrder(db, party, [{}, { months: 12 }], at("2026-04-15"));
  const { keep, compare } = diary(order.id);
  const base = async () => ({ contractId: order.id, version: (await readContract(db, order.id)).version });
  await keep("2026-04-15");
  await take(db, accountant, cancelInvoiceStep, { ...(await base()), reason: "Ошибка в сумме" }, at("2026-04-16"));
  await keep("2026-04-16");
  await take(db, accountant, issueInvoiceStep, await base(), at("2026-04-16T15:00:00"));
  const issued = await keep("2026-04-16T15:00:00");
  await pay(db, issued, { amount: 1000n, ...at("2026-04-17") });
  await keep("2026-04-17");
  await runClocks(db, at("2026-05-04").now);
  await keep("2026-05-04");
  const [allocation] = await owner`select id from allocations where contract_id = ${order.id}`;
  const taken = { allocationId: allocation!.id as string, reason: "Платёж другого клиента" };
  await take(db, accountant, releaseAllocationStep, { ...(await base()), ...taken }, at("2026-05-05"));
  await keep("2026-05-05");
  await take(db, party.owner, reissueInvoiceStep, await base(), at("2026-05-06"));
  const again = await keep("2026-05-06");
  const paymentId = await insertPayment(db, { amount: again.total, creditedOn: asDay("2026-05-07") });
  const discretion = { paymentId, invoiceId: again.invoices[0]!.id, reason: "Номер счёта не указан" };
  await take(db, accountant, allocateAtDiscretionStep, { ...(await base()), ...discretion }, at("2026-05-07"));
  await keep("2026-05-07");
  await activate(db, await readContract(db, order.id), at("2026-05-12"));
  await keep("2026-05-12");
  await sendAct(db, await readContract(db, order.id), at("2026-05-13"));
  await keep("2026-05-13");
  await receiveAct(db, party, await readContract(db, order.id), at("2026-05-14"));
  await keep("2026-05-14");
  await refuseAct(db, party, await readContract(db, order.id), at("2026-05-15"));
  await keep("2026-05-15");
  await correctAct(db, await readContract(db, order.id), at("2026-05-18"));
  await keep("2026-05-18");
  await sendAct(db, await readContract(db, order.id), at("2026-05-19"));
  await keep("2026-05-19");
  await runClocks(db, at("2026-05-28").now);
  expect((await keep("2026-05-28")).act).toBe("deemed");
  await signAct(db, party, await readContract(db, order.id), at("2026-05-29"));
  await keep("2026-05-29");
  const asked = { ...(await base()), reason: "ООО «Лютик»" };
  await take(db, party.owner, requestAssignmentStep, asked, at("2026-06-01"));
  await keep("2026-06-01");
  await runClocks(db, at("2027-06-01").now);
  expect((await keep("2027-06-01")).stage).toBe("ended");
  expect(await compare(party)).toBe(18);
});

test("force majeure, a changed calendar, new requisites and the seller's fault", async () => {
  const party = await makeParty(db, "soleProprietor", start);
  const paid = await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-16"));
  const { keep, compare } = diary(paid.id);
  const step = async () => ({ contractId: paid.id, version: (await readContract(db, paid.id)).version });
  await keep("2026-04-16");

  const edit = { kind: "transfer", off: asDay("2026-04-23"), worked: asDay("2026-05-16"), source: "seller" } as const;
  const why = { resolution: "приказ № 7", reason: "Отключение здания от сети" };
  await inTenant(db, tenantOf(lawyer), (tx) =>
    applyEdit({ tx, actor: lawyer, origin: NO_ORIGIN, ...at("2026-04-17"), edit: { ...edit, ...why } }),
  );
  expect((await keep("2026-04-17")).activationDueOn).toBe("2026-05-12");

  const caseId = crypto.randomUUID();
  const from: Day = asDay("2026-04-21");
  const one = { kind: "strike", from, expectedTo: asDay("2026-04-24"), description: "Банк стоит" } as const;
  const listed = { scope: "listed" as const, contracts: [{ id: paid.id, partyId: party.id }] };
  await inTenant(db, tenantOf(lawyer), (tx) =>
    insertCase(
      tx,
      caseId,
      { ...one, declaredOn: asDay("2026-04-22"), late: false, ...listed, fileId: null },
      { actor: lawyer, origin: NO_ORIGIN, ...at("2026-04-22") },
    ),
  );
  await keep("2026-04-22");
  await take(db, SYSTEM, declareForceMajeureStep, { contractId: paid.id, caseId }, at("2026-04-22T12:30:00"));
  await keep("2026-04-22T12:30:00");

  const moved = { ...party.requisites, fullName: "Пётр Петров" } as Requisites;
  const { version } = (await owner`select version from parties where id = ${party.id}`)[0] as unknown as {
    version: number;
  };
  await inTenant(db, tenantOf(party.owner), (tx) =>
    updateRequisites(
      tx,
      { id: party.id, version, requisitesVersion: 1, actChannel: "post" },
      {
        ...{ requisites: moved, validFrom: asDay("2026-04-27"), late: false },
        ...{ actor: party.owner, origin: NO_ORIGIN, ...at("2026-04-27") },
      },
    ),
  );
  await keep("2026-04-27");
  const other = paid.party.actChannel === "edi" ? "post" : "edi";
  await inTenant(db, tenantOf(accountant), (tx) =>
    changeActChannel(
      tx,
      { partyId: party.id, version: version + 1, channel: other, reason: "Подключился к ЭДиН" },
      { actor: accountant, origin: NO_ORIGIN, ...at("2026-04-28") },
    ),
  );
  expect((await keep("2026-04-28")).party).toMatchObject({ name: "ИП Пётр Петров", actChannel: other });

  await inTenant(db, tenantOf(lawyer), (tx) =>
    insertEnd(
      tx,
      { id: caseId, from, scope: "listed", partyId: null },
      { endedOn: asDay("2026-04-22"), reason: "Письмо банка" },
      { actor: lawyer, origin: NO_ORIGIN, ...at("2026-05-04") },
    ),
  );
  await keep("2026-05-04");
  await take(db, SYSTEM, endForceMajeureStep, { contractId: paid.id, caseId }, at("2026-05-04T12:30:00"));
  await keep("2026-05-04T12:30:00");
  const refusal = { reason: "Портал вне зоны Беларуси" };
  await take(db, sales, refuseActivationStep, { ...(await step()), ...refusal }, at("2026-05-05"));
  await keep("2026-05-05");
  await take(db, party.owner, terminateByFaultStep, { ...(await step()), reason: "" }, at("2026-05-06"));
  await keep("2026-05-06");
  const answer = { outcome: "refund", reason: "Доступ не предоставлен" } as const;
  await take(db, lawyer, settleMoneyQuestionStep, { ...(await step()), ...answer }, at("2026-05-07"));
  await keep("2026-05-07");
  expect(await compare(party)).toBe(11);
});

test("a signed act and an early end; an order that was cancelled", async () => {
  const party = await makeParty(db, "individual", start);
  const active = await activate(
    db,
    await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-16")),
    at("2026-04-20"),
  );
  const { keep, compare } = diary(active.id);
  await keep("2026-04-20");
  await sendAct(db, active, at("2026-04-21"));
  const sent = await keep("2026-04-21");
  await signAct(db, party, sent, at("2026-04-22"));
  const signed = await keep("2026-04-22");
  const early = { contractId: active.id, version: signed.version, understood: true as const };
  await take(db, party.owner, terminateEarlyStep, early, at("2026-05-05"));
  await keep("2026-05-05");
  expect(await compare(party)).toBe(4);

  const open = await placeOrder(db, party, [{}], at("2026-05-06"));
  const cancelled = diary(open.id);
  await cancelled.keep("2026-05-06");
  const cancel = { contractId: open.id, version: open.version, reason: "Передумали" };
  await take(db, party.owner, cancelOrderStep, cancel, at("2026-05-07"));
  await cancelled.keep("2026-05-07");
  expect(await cancelled.compare(party)).toBe(2);
});

test("before the order, a stranger, an altered record and a log of before this keeping are answers, not pictures", async () => {
  const [party, stranger] = [await makeParty(db, "legalEntity", start), await makeParty(db, "legalEntity", start)];
  const open = await placeOrder(db, party, [{}], at("2026-04-15"));
  await pay(db, open, at("2026-04-16"));
  const ask = (actor: Party["owner"], text: string) =>
    inTenant(db, tenantOf(actor), (tx) => findContractAsOf(tx, actor, open.id, at(text).now));
  expect(await ask(stranger.owner, "2026-04-15")).toBeNull();
  expect(await ask(party.owner, "2026-04-14")).toEqual({
    ok: false,
    error: { code: "as_of.before_order", params: { on: "2026-04-15" } },
  });
  await owner`update contracts set accepted_on = '2026-04-17' where id = ${open.id}`;
  const altered = { ok: false, error: { code: "as_of.altered", params: { seq: 4 } } };
  expect(await ask(party.owner, "2026-04-15")).toEqual(altered);
  expect((await ask(party.owner, "2026-04-16"))?.ok).toBe(true);
  await owner`alter table evidence disable trigger user`;
  await owner`update evidence set data = data - 'changes' where contract_id = ${open.id} and step = 'accept-offer'`;
  await owner`alter table evidence enable trigger user`;
  expect(await ask(party.owner, "2026-04-15")).toEqual({
    ok: false,
    error: { code: "as_of.not_kept", params: { on: "2026-04-16" } },
  });
});
