import { expect, test } from "vitest";
import { settleMoneyQuestionStep, terminateByFaultStep } from "#/app/_actions/contract/specs.ts";
import {
  activate,
  correctAct,
  makeParty,
  makeStaff,
  pay,
  placeOrder,
  readContract,
  receiveAct,
  refuseAct,
  sendAct,
  signAct,
  take,
} from "#/app/_testing/fixtures.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { runClocks } from "./clocks.ts";
import { doNextMessage } from "./outbox.ts";
import { testEnv } from "./testing/env.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const now = new Date("2026-04-22T10:00:00+03:00");

const drain = async () => {
  while (await doNextMessage(db));
  expect(await owner`select topic, last_error from outbox where done_at is null`).toEqual([]);
};
/** Letters of a contract since the last call, as "template → who". */
const seen = new Set<string>();
async function letters(contractId: string) {
  await drain();
  const rows = await owner`select id, template, to_address, attachments from mails where contract_id = ${contractId}`;
  const fresh = rows.filter(({ id }) => !seen.has(id));
  for (const { id } of fresh) seen.add(id);
  return fresh
    .map(({ template, to_address, attachments }) => {
      const who = String(to_address).replace(/-[0-9a-f]{8}@.*/, "");
      return [template, who, ...attachments.map(({ name }: { name: string }) => name)].join(" ");
    })
    .sort();
}

test("everybody is told of every step, once, with the papers", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const ordered = await placeOrder(db, party, [{ months: 3 }], { now });
  const number = ordered.invoices[0]!.number;
  expect(await letters(ordered.id)).toEqual([
    `invoice-issued accountant Счёт ${number}.pdf`,
    `invoice-issued owner Счёт ${number}.pdf`,
  ]);

  const half = await pay(db, ordered, { amount: 10_00n, now });
  expect(await letters(ordered.id)).toEqual(["payment-part accountant", "payment-part owner"]);
  const paid = await pay(db, half, { now });
  // Nobody works in sales yet: the department's own address of the offer gets the letter.
  expect(await letters(ordered.id)).toEqual([
    "contract-concluded accountant",
    "contract-concluded owner",
    expect.stringMatching(/^staff-contract-concluded \S+@\S+$/),
  ]);

  await makeStaff(db, "accountant", { now });
  const active = await activate(db, paid, { now });
  const act = `Акт ${active.acts[0]!.number}.pdf`;
  expect(await letters(ordered.id)).toEqual([
    "access-active accountant",
    "access-active owner",
    `staff-act-to-send accountant ${act}`,
  ]);
  const sent = await sendAct(db, active, { now });
  expect(await letters(ordered.id)).toEqual([`act-sent accountant ${act}`, `act-sent owner ${act}`]);
  const received = await receiveAct(db, party, sent, { now });
  expect(await letters(ordered.id)).toEqual(["act-received accountant", "act-received owner"]);
  const refused = await refuseAct(db, party, received, { now });
  const told = await letters(ordered.id);
  expect(told).toHaveLength(2 + 1 + 2);
  expect(told.filter((line) => line.startsWith("staff-act-refused accountant"))).toHaveLength(2);
  expect(told.filter((line) => /^staff-act-refused \S+@/.test(line))).toHaveLength(1);

  const corrected = await correctAct(db, refused, { now });
  expect((await letters(ordered.id)).filter((line) => line.startsWith("act-corrected"))).toHaveLength(2);
  const again = await sendAct(db, corrected, { now });
  await letters(ordered.id);
  await signAct(db, party, again, { now });
  expect((await letters(ordered.id)).filter((line) => !line.startsWith("staff"))).toEqual([
    "act-signed accountant",
    "act-signed owner",
  ]);

  // Doing all of it again writes nothing twice. (Staff who joined since were not there to be told.)
  await owner`update outbox set done_at = null`;
  expect((await letters(ordered.id)).filter((line) => !line.startsWith("staff"))).toEqual([]);
});

test("silence ends in a protocol for both sides", async () => {
  const party = await makeParty(db, "individual", { now, locale: "be" });
  const sent = await sendAct(
    db,
    await activate(db, await pay(db, await placeOrder(db, party, [{}], { now }), { now }), { now }),
    { now },
  );
  await letters(sent.id);
  await runClocks(db, new Date("2026-05-05T10:00:00+03:00"));
  expect((await readContract(db, sent.id)).act).toBe("deemed");
  const told = await letters(sent.id);
  const protocol = `Протокол к акту ${sent.acts[0]!.number}.pdf`;
  expect(told).toContain(`act-deemed owner ${protocol}`);
  expect(told).toContain(`staff-act-deemed accountant ${protocol}`);
  const [letter] = await owner`select * from mails where contract_id = ${sent.id} and template = 'act-deemed'`;
  expect(letter).toMatchObject({ locale: "be", party_id: party.id, status: "queued" });
  expect(letter!.text).toContain("лічацца выкананымі належным чынам");
  const [staff] =
    await owner`select party_id from mails where contract_id = ${sent.id} and template = 'staff-act-deemed'`;
  expect(staff!.party_id).toBeNull();
});

test("both sides are told of an end before its time, of the money question and of its answer", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const lawyer = await makeStaff(db, "lawyer", { now });
  const paid = await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  await letters(paid.id);
  const late = new Date("2026-06-01T10:00:00+03:00");
  const step = { contractId: paid.id };
  const base = { ...step, version: paid.version };
  await take(db, party.owner, terminateByFaultStep, { ...base, reason: "Верните на счёт" }, { now: late });
  const told = await letters(paid.id);
  expect(told.filter((line) => !line.startsWith("staff"))).toEqual([
    "terminated-by-fault accountant",
    "terminated-by-fault owner",
  ]);
  expect(told.filter((line) => line === "staff-terminated-by-fault lawyer").length).toBeGreaterThan(0);
  const answer = { ...step, version: paid.version + 1, outcome: "refund" as const, reason: "Срок п. 3.5 нарушен" };
  await take(db, lawyer, settleMoneyQuestionStep, answer, { now: late });
  expect(await letters(paid.id)).toEqual(["money-settled accountant", "money-settled owner"]);
  const [letter] =
    await owner`select text from mails where contract_id = ${paid.id} and template = 'money-settled' limit 1`;
  expect(letter!.text).toContain("деньги возвращаются полностью");
  expect(letter!.text).toContain("Срок п. 3.5 нарушен");
});

test("the customer's own role never sees the seller's letters", async () => {
  const { inTenant, tenantOf } = await import("#/db/client.ts");
  const { latestMails } = await import("#/db/queries/mails.ts");
  const party = await makeParty(db, "legalEntity", { now });
  await pay(db, await placeOrder(db, party, [{}], { now }), { now });
  await drain();
  const mine = await inTenant(db, tenantOf(party.owner), (tx) => latestMails(tx));
  expect(new Set(mine.map(({ template }) => template))).toEqual(new Set(["invoice-issued", "contract-concluded"]));
});

test("a step without a handler of its own is counted, paused, and dies after twelve attempts", async () => {
  const id = crypto.randomUUID();
  await owner`insert into outbox (id, topic, payload, created_at, next_attempt_at) values (${id}, 'nobody', '{}', now(), now())`;
  for (let attempt = 1; attempt <= 12; attempt++) {
    expect(await doNextMessage(db)).toBe(true);
    expect(await doNextMessage(db)).toBe(false);
    const [row] = await owner`select attempts, dead_at, next_attempt_at > now() as later from outbox where id = ${id}`;
    expect(row).toMatchObject({ attempts: attempt, later: attempt < 12 });
    expect(row!.dead_at === null).toBe(attempt < 12);
    await owner`update outbox set next_attempt_at = now() - interval '1 second' where id = ${id}`;
  }
  expect(await doNextMessage(db)).toBe(false);
});
