import { expect, test } from "vitest";

import { testEnv } from "#/app/_jobs/testing/env.ts";
import { activate, makeParty, pay, placeOrder, sendAct } from "#/app/_testing/fixtures.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { WrongCall } from "../command.ts";
import { contractShow } from "./contract-show.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const at = (day: string) => ({ now: new Date(`${day}T12:00:00+03:00`) });
const offset = at("2026-04-24").now.getTime() - Date.now();
await owner`insert into demo_clock (id, offset_ms) values (1, ${offset})`;
const ask = (asked: string, on?: string) => contractShow.run({ positionals: [asked], values: on ? { on } : {} });
type Told = { state: string; act: string; steps: Record<string, unknown>[]; clocks: Record<string, unknown>[] };
const step = (json: Record<string, unknown>, name: string) =>
  (json as Told).steps.find((one) => one.step === name) ?? null;

const party = await makeParty(db, "legalEntity", at("2026-04-14"));
const paid = await pay(db, await placeOrder(db, party, [{}], at("2026-04-15")), at("2026-04-16"));
await sendAct(db, await activate(db, paid, at("2026-04-20")), at("2026-04-22"));

test("contract show: the state, every step with the reason of a refusal, every clock with its count", async () => {
  const { ok, json, text } = await ask(paid.id);
  expect(ok).toBe(true);
  expect(json).toMatchObject({ ok: true, contractId: paid.id, on: null, state: "active", act: "sent" });
  expect(step(json, "sign-act")).toMatchObject({ allowed: true, reason: null, clause: "3.6" });
  expect(step(json, "cancel-order")).toMatchObject({
    allowed: false,
    reason: "stage.active",
    since: { on: "2026-04-16", by: "accept-offer" },
    opens: { kind: "never" },
    why: expect.stringContaining("Закрыто с 16.04.2026: «Договор заключён»"),
  });
  expect(step(json, "deem-act")).toMatchObject({ reason: "answer-open", opens: { kind: "from", on: "2026-04-29" } });
  expect(step(json, "correct-act")).toMatchObject({
    reason: "act.sent",
    opens: { kind: "after", steps: ["refuse-act"] },
  });
  expect((json as Told).clocks).toContainEqual(
    expect.objectContaining({
      name: "deemed-acceptance",
      state: "running",
      due: "2026-04-28",
      explain: expect.objectContaining({ clause: "3.8", start: "2026-04-22" }),
    }),
  );
  expect(text).toContain("состояние: действует, ждёт ответа");
  expect(await ask(paid.invoices[0]!.number)).toMatchObject({ json: { contractId: paid.id } });
});

test("--on: as it stood at the end of that day, its clocks too", async () => {
  const { json, text } = await ask(paid.id, "16.04.2026");
  expect(json).toMatchObject({ on: "2026-04-16", state: "concluded", act: "none" });
  expect(step(json, "activate-access")).toMatchObject({ allowed: true });
  expect(step(json, "terminate-by-fault")).toMatchObject({
    reason: "no-fault",
    opens: { kind: "from", on: "2026-05-12" },
  });
  expect((json as Told).clocks).toContainEqual(
    expect.objectContaining({ name: "activation", state: "running", due: "2026-05-11", stoppedOn: null }),
  );
  expect(text).toContain("как было на 16.04.2026");
  expect((await ask(paid.id, "2026-04-15")).json).toMatchObject({ state: "invoiced" });
});

test("no such contract, a day that is none, not come yet, or before the order", async () => {
  expect(await ask("26-999999-1")).toMatchObject({ ok: false, json: { reason: "record.not_found" } });
  expect(await ask(crypto.randomUUID())).toMatchObject({ ok: false, json: { reason: "record.not_found" } });
  expect(await ask(paid.id, "31.02.2026")).toMatchObject({ ok: false, json: { reason: "day.format" } });
  expect(await ask(paid.id, "25.04.2026")).toMatchObject({ ok: false, json: { reason: "as_of.future" } });
  const early = await ask(paid.id, "2026-04-14");
  expect(early).toMatchObject({ ok: false, json: { reason: "as_of.before_order" } });
  expect(early.text).toContain("он оформлен 15.04.2026");
  await expect(async () => contractShow.run({ positionals: [], values: {} })).rejects.toBeInstanceOf(WrongCall);
});
