import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import os from "node:os";
import path from "node:path";
import { fileURLToPath } from "node:url";

import { eq, sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/postgres-js";
import { describe, expect, test } from "vitest";
import { signIn } from "#/app/_auth/sign-in.ts";
import { PASSWORD, visitFrom } from "#/app/_auth/testing.ts";
import { evidencePack } from "#/app/_evidence/pack.ts";
import { verifyLog } from "#/app/_evidence/verify-log.ts";
import { doNextMessage } from "#/app/_jobs/outbox.ts";
import { sealDays } from "#/app/_jobs/seal-evidence.ts";
import { sendNextMail } from "#/app/_jobs/send-mails.ts";
import { testEnv } from "#/app/_jobs/testing/env.ts";
import {
  activate,
  makeParty,
  makeStaff,
  type Party,
  pay,
  placeOrder,
  sendAct,
  signAct,
} from "#/app/_testing/fixtures.ts";
import { verdictAfter } from "#/app/_testing/tamper.ts";
import { inTenant } from "#/db/client.ts";
import { personalData } from "#/db/queries/personal-data.ts";
import { asPerson, requestsOf } from "#/db/queries/privacy.ts";
import * as schema from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { sweepOut } from "#/db/writes/housekeeping.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { hashPassword } from "#/lib/auth/password-hash.ts";
import { readZip, verifyPack } from "#/lib/evidence/verifier/verifier.mjs";
import { mailboxOnly } from "#/lib/mail/send.ts";
import { NOBODY } from "#/lib/privacy/plan.ts";
import { eraseOnRequest } from "./erase.ts";
import { PRIVACY, planFor } from "./plan-for.ts";
import { askErasure, refuseErasure, withdrawErasure } from "./requests.ts";

const { db, owner, appUrl } = await testDatabase();
testEnv(appUrl);
const asOwner = drizzle({ client: owner });
const at = (day: string) => new Date(`2027-${day}T10:00:00+03:00`);
const WORDS = "стёрто по запросу 12.03.2027";
const origin = { address: "203.0.113.77", browser: "Firefox of Anna" };

const lawyer = await makeStaff(db, "lawyer", { now: at("01-11") });
const by = (actor: CustomerActor, day: string) => ({ actor, origin, now: at(day) });
const house = (day = "03-12") => ({ actor: lawyer, origin: { address: "198.51.100.1", browser: "x" }, now: at(day) });

const ask = (actor: CustomerActor, day = "02-25") => db.transaction((tx) => askErasure(tx, by(actor, day)));
const openOf = async (actor: CustomerActor) => {
  const [request] = await inTenant(db, PRIVACY, (tx) => requestsOf(tx, actor.userId));
  return request!;
};
const erase = (requestId: string, owners: Record<string, string> = {}) =>
  inTenant(db, PRIVACY, (tx) => eraseOnRequest(tx, { requestId, owners }, house()));
const asked = async (actor: CustomerActor) => {
  expect(await ask(actor)).toMatchObject({ ok: true });
  return openOf(actor);
};

/** A person as one lives here: a password, a session, a feed, letters, actions with address and browser. */
async function settled(actor: CustomerActor) {
  const passwordHash = await hashPassword(PASSWORD);
  await db.update(schema.users).set({ passwordHash }).where(eq(schema.users.id, actor.userId));
  expect(
    await signIn(visitFrom(db, { address: origin.address }), { email: actor.email, password: PASSWORD }),
  ).toMatchObject({ ok: true });
  await owner`insert into calendar_feeds (id, token_hash, user_id, party_id, created_at)
    values (${crypto.randomUUID()}, ${crypto.randomUUID()}, ${actor.userId}, ${actor.partyId}, now())`;
}

/** Where in the whole database any of these texts still stand: "table.column". */
async function tracesOf(...texts: string[]): Promise<string[]> {
  const columns =
    await owner`select table_name, column_name from information_schema.columns where table_schema = 'public'`;
  const found: string[] = [];
  for (const { table_name: table, column_name: column } of columns)
    for (const text of texts) {
      const [{ n }] = (await owner`
        select count(*)::int as n from ${owner(table)} where ${owner(column)}::text like ${`%${text}%`}`) as unknown as [
        { n: number },
      ];
      if (n > 0) found.push(`${table}.${column}`);
    }
  return [...new Set(found)].sort();
}

const work = async () => {
  while (await doNextMessage(db));
  while (await sendNextMail(db, mailboxOnly));
};

describe("a person whose contract is over", () => {
  let party: Party;
  let contractId: string;

  test("is erased everywhere but in the papers, and the log still verifies", async () => {
    party = await makeParty(db, "individual", { now: at("01-11") });
    const person = party.owner;
    const paid = await pay(db, await placeOrder(db, party, [{}], { now: at("01-11") }), { now: at("01-12") });
    const done = await signAct(
      db,
      party,
      await sendAct(db, await activate(db, paid, { now: at("01-13") }), { now: at("01-14") }),
      {
        now: at("01-15"),
      },
    );
    contractId = done.id;
    await owner`update contracts set stage = 'ended', ended_at = now() where id = ${contractId}`;
    await settled(person);
    await work();
    await sealDays(db, at("02-25"));
    const request = await asked(person);
    expect(request).toMatchObject({ dueOn: "2027-03-12", state: "open" });
    await work();

    const { plan } = (await inTenant(db, PRIVACY, (tx) => planFor(tx, person.userId)))!;
    expect(plan.parties).toMatchObject([{ outcome: "erased", running: 0 }]);
    expect(await erase(request.id)).toEqual({ ok: true, value: { requestId: request.id, on: "2027-03-12" } });
    // What the preview said is what the log says was done.
    const [entry] = await owner`select data, actor_name from evidence where step = 'erase-personal-data'`;
    expect(entry!.data.goes).toEqual(Object.fromEntries(plan.goes.map(({ kind, count }) => [kind, count])));
    expect(entry!.actor_name).toBe(lawyer.name);

    await work();
    expect(await tracesOf(person.name, person.email, origin.address, origin.browser)).toEqual([]);
    const { fullName, postalAddress } = party.requisites as { fullName: string; postalAddress: string };
    expect(await tracesOf(fullName, postalAddress)).toEqual(["acts.frozen", "invoices.frozen"]);
    expect(await verifyLog(db)).toMatchObject({ ok: true, problems: [] });
    expect((await verifyLog(db)).erased).toBeGreaterThan(3);
  });

  test("gets one last letter, whose address goes once it has left", async () => {
    const letters = await owner`select to_address, status, text from mails where template = 'erasure-done'`;
    expect(letters).toMatchObject([{ to_address: WORDS, status: "accepted" }]);
    expect(letters[0]!.text).toContain("12.03.2027");
    expect(letters[0]!.text).toMatch(/№\s57-З/);
  });

  test("cannot sign in, and learns no more than a stranger would", async () => {
    const visit = visitFrom(db, { address: "203.0.113.200" });
    const known = await signIn(visit, { email: party.owner.email, password: PASSWORD });
    expect(known).toEqual(await signIn(visit, { email: "nobody@example.by", password: PASSWORD }));
    expect(known).toEqual({ ok: false, error: { code: "auth.wrong" } });
    const erased = await signIn(visit, { email: `${party.owner.userId}@erased.invalid`, password: PASSWORD });
    expect(erased).toEqual(known);
  });

  test("stands in the evidence pack as erased, and the pack proves who erased whom", async () => {
    const pack = (await evidencePack(db, lawyer, contractId, { now: at("03-13"), origin: "https://shop.example" }))!;
    const parts: Uint8Array[] = [];
    for await (const part of pack.bytes) parts.push(part);
    const bytes = new Uint8Array(Buffer.concat(parts));
    expect(await verifyPack(bytes)).toMatchObject({ ok: true, problems: [] });
    const { files } = await readZip(bytes);
    const events = Buffer.from([...files].find(([name]) => name.endsWith("-events.json"))![1]).toString();
    const { entries } = JSON.parse(events) as { entries: { actorName: string; actorKind: string; step: string }[] };
    const theirs = entries.filter(({ actorKind }) => actorKind === "customer");
    expect(theirs.length).toBeGreaterThan(0);
    expect([...new Set(theirs.map(({ actorName }) => actorName))]).toEqual([WORDS]);
    expect(entries.map(({ step }) => step)).toContain("erase-personal-data");
    expect(events).not.toContain(party.owner.name);
  });
});

describe("what runs is not touched", () => {
  test("the card of a person with a contract in force stays, and so does every column of the contract", async () => {
    const party = await makeParty(db, "individual", { now: at("01-11") });
    const contract = await activate(
      db,
      await pay(db, await placeOrder(db, party, [{}], { now: at("01-11") }), { now: at("01-12") }),
      { now: at("01-13") },
    );
    const rows = () => owner`
      select c.*, p.name, r.requisites from contracts c join parties p on p.id = c.party_id
      join requisites_versions r on r.party_id = p.id where c.id = ${contract.id}`;
    const before = await rows();
    const request = await asked(party.owner);
    expect(await erase(request.id)).toMatchObject({ ok: true });
    expect(await rows()).toEqual(before);
    expect(await tracesOf(party.owner.name, party.owner.email)).toEqual(["mails.to_address"]);
    await work();
    expect(await tracesOf(party.owner.name, party.owner.email)).toEqual([]);
    // A letter that came back names its address once more, and not for long.
    await owner`update mails set bounce_text = ${party.owner.email} where template = 'erasure-done'`;
    await inTenant(db, PRIVACY, (tx) => sweepOut(tx, { now: at("03-12"), real: new Date(0) }));
    expect(await tracesOf(party.owner.email)).toEqual([]);
  });
});

describe("a firm that loses its only owner", () => {
  test("waits for the lawyer's word, and gets the member who was named", async () => {
    const party = await makeParty(db, "legalEntity", { now: at("01-11") });
    const request = await asked(party.owner);
    expect(await erase(request.id)).toMatchObject({ ok: false, error: { code: "privacy.owner_unnamed" } });
    const [heir] =
      await owner`select id from members where party_id = ${party.id} and user_id = ${party.accountant.userId}`;
    expect(await erase(request.id, { [party.id]: crypto.randomUUID() })).toMatchObject({
      ok: false,
      error: { code: "record.not_found" },
    });
    expect(await erase(request.id, { [party.id]: heir!.id })).toMatchObject({ ok: true });
    const people = await owner`select user_id, role, removed_at from members where party_id = ${party.id}`;
    expect(people.find(({ user_id }) => user_id === party.accountant.userId)).toMatchObject({
      role: "owner",
      removed_at: null,
    });
    expect(people.find(({ user_id }) => user_id === party.owner.userId)?.removed_at).not.toBeNull();
    const [card] = await owner`select name from parties where id = ${party.id}`;
    expect(card!.name).toBe("ООО «Ромашка»");
    const steps = await owner`select step, data from evidence where chain = ${`party:${party.id}`} order by seq`;
    expect(steps.map(({ step }) => step).slice(-2)).toEqual(["change-member-role", "remove-member"]);
  });

  test("stays without one where the lawyer confirmed it", async () => {
    const party = await makeParty(db, "legalEntity", { now: at("01-11") });
    const request = await asked(party.owner);
    expect(await erase(request.id, { [party.id]: NOBODY })).toMatchObject({ ok: true });
    const owners =
      await owner`select id from members where party_id = ${party.id} and role = 'owner' and removed_at is null`;
    expect(owners).toEqual([]);
  });
});

describe("a request", () => {
  test("is one at a time, taken back by its person only, and answered once", async () => {
    const [party, other] = [await makeParty(db), await makeParty(db)];
    const request = await asked(party.owner);
    expect(await ask(party.owner)).toMatchObject({ ok: false, error: { code: "privacy.open_already" } });
    const withdraw = (actor: CustomerActor) =>
      db.transaction((tx) => withdrawErasure(tx, request.id, by(actor, "02-26")));
    expect(await withdraw(other.owner)).toMatchObject({ ok: false, error: { code: "record.not_found" } });
    expect(await withdraw(party.owner)).toMatchObject({ ok: true });
    expect(await withdraw(party.owner)).toMatchObject({ ok: false, error: { code: "record.changed" } });
    expect(await erase(request.id, { [party.id]: NOBODY })).toMatchObject({
      ok: false,
      error: { code: "record.changed" },
    });
    const chain = await owner`select step from evidence where chain = ${`privacy:${request.id}`} order by seq`;
    expect(chain.map(({ step }) => step)).toEqual(["ask-erasure", "withdraw-erasure"]);
  });

  test("asked twice at once is one request", async () => {
    const { owner: person } = await makeParty(db);
    const answers = await Promise.all([ask(person), ask(person), ask(person)]);
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1);
  });

  test("refused: the person is told why, and nothing is erased", async () => {
    const party = await makeParty(db);
    const request = await asked(party.owner);
    const reason = "Договор исполняется: данные нужны для актов";
    const refused = await inTenant(db, lawyer, (tx) =>
      refuseErasure(tx, { requestId: request.id, reason }, house("03-01")),
    );
    expect(refused).toMatchObject({ ok: true });
    await work();
    const letters =
      await owner`select template, text from mails where to_address = ${party.owner.email} order by created_at`;
    expect(letters.map(({ template }) => template)).toEqual(["erasure-asked", "erasure-refused"]);
    expect(letters[0]!.text).toContain("12.03.2027");
    expect(letters[1]!.text).toContain(reason);
    const lawyers = await owner`select to_address from mails where template = 'staff-erasure-asked'`;
    expect(lawyers.map(({ to_address }) => to_address)).toContain(lawyer.email);
    expect((await openOf(party.owner)).state).toBe("refused");
  });

  test("is nobody else's to see", async () => {
    const [party, other] = [await makeParty(db), await makeParty(db)];
    const request = await asked(party.owner);
    const seenBy = (userId: string) =>
      db.transaction(async (tx) => {
        await asPerson(tx, userId);
        return tx.select().from(schema.privacyRequests);
      });
    expect((await seenBy(party.owner.userId)).map(({ id }) => id)).toEqual([request.id]);
    expect(await seenBy(other.owner.userId)).toEqual([]);
    expect(await db.select().from(schema.privacyRequests)).toEqual([]);
    for (const table of ["privacy_requests", "erasures"])
      await expect(
        inTenant(db, party.owner, (tx) => tx.execute(sql.raw(`select * from ${table}`))),
      ).rejects.toMatchObject({ cause: { code: "42501" } });
  });
});

test("what is held about a person is theirs alone and holds no secret", async () => {
  const party = await makeParty(db, "individual", { now: at("01-11") });
  const stranger = await makeParty(db, "individual", { now: at("01-11") });
  await settled(party.owner);
  await placeOrder(db, party, [{}], { now: at("01-11") });
  await work();
  const data = await inTenant(db, PRIVACY, (tx) => personalData(tx, party.owner.userId));
  const text = JSON.stringify(data, (_key, one) => (typeof one === "bigint" ? String(one) : one));
  for (const told of [party.owner.name, party.owner.email, party.id, "Сидорова Анна Сергеевна", origin.address])
    expect(text).toContain(told);
  for (const hidden of [stranger.id, stranger.owner.email, party.accountant.email, "argon2", "tokenHash", "salt"])
    expect(text).not.toContain(hidden);
});

test("the operator's commands list what waits and write one person's data into a file", async () => {
  const party = await makeParty(db, "individual", { now: at("01-11") });
  const request = await asked(party.owner);
  expect(await office("privacy", "list")).toMatchObject({
    code: 0,
    answer: { requests: expect.arrayContaining([expect.objectContaining({ id: request.id, dueOn: "2027-03-12" })]) },
  });
  const dir = await mkdtemp(path.join(os.tmpdir(), "office-"));
  try {
    const out = path.join(dir, "data.json");
    expect((await office("privacy", "export", "nobody@example.by", "--out", out)).code).toBe(1);
    expect(await office("privacy", "export", party.owner.email, "--out", out)).toMatchObject({ code: 0 });
    expect(JSON.parse(await readFile(out, "utf8"))).toMatchObject({ account: { email: party.owner.email } });
  } finally {
    await rm(dir, { recursive: true });
  }
}, 60_000);

/** The real process, as the launcher starts it. */
async function office(...args: string[]) {
  const file = fileURLToPath(new URL("../_office/office.ts", import.meta.url));
  return new Promise<{ code: number; answer: Record<string, unknown> }>((done) => {
    execFile(process.execPath, ["--conditions=react-server", file, ...args, "--json"], (error, stdout) =>
      done({ code: error ? Number(error.code) : 0, answer: JSON.parse(stdout) as Record<string, unknown> }),
    );
  });
}

describe("walls", () => {
  /** One person with an open request; the statement runs as the table's owner, and the transaction never commits. */
  const attempt = async (statement: (person: Party, requestId: string) => string) => {
    const party = await makeParty(db, "individual", { now: at("01-11") });
    await placeOrder(db, party, [{}], { now: at("01-11") });
    const request = await asked(party.owner);
    return owner.unsafe(statement(party, request.id));
  };
  const BLANK = `actor_name = '${WORDS}', address = null, browser = null, salt = null`;

  test.each([
    ["blanking without an erasure", (p: Party) => `update evidence set ${BLANK} where actor_id = '${p.owner.userId}'`],
    ["another name", (p: Party) => `update evidence set actor_name = 'Другой' where actor_id = '${p.owner.userId}'`],
    ["any other column", (p: Party) => `update evidence set reason = 'x' where actor_id = '${p.owner.userId}'`],
    ["an entry taken out", (p: Party) => `delete from evidence where actor_id = '${p.owner.userId}'`],
  ])("%s is refused, to the owner of the table, too", async (_, statement) => {
    await expect(attempt(statement)).rejects.toThrow(/append-only/);
  });

  test("requisites stay as they are without an erasure", async () => {
    await expect(
      attempt(
        (p) =>
          `update requisites_versions set requisites = erased_requisites(requisites, '${WORDS}') where party_id = '${p.id}'`,
      ),
    ).rejects.toThrow(/append-only/);
  });

  test("an erasure without its evidence in the same transaction is refused", async () => {
    await expect(
      attempt(
        (p, id) => `insert into erasures (request_id, user_id, parties, erased_on, erased_by)
          values ('${id}', '${p.owner.userId}', '{}', '2027-03-12', 'x')`,
      ),
    ).rejects.toThrow(/needs an open request and its evidence/);
  });

  test("inside an erasure nothing but this person's columns, and only to its own words", async () => {
    const [party, other] = [await makeParty(db), await makeParty(db)];
    for (const one of [party, other]) await placeOrder(db, one, [{}], { now: at("01-11") });
    const request = await asked(party.owner);
    const within = (statement: string) =>
      inTenant(db, PRIVACY, async (tx) => {
        const done = await eraseOnRequest(tx, { requestId: request.id, owners: { [party.id]: NOBODY } }, house());
        expect(done).toMatchObject({ ok: true });
        await tx.execute(sql.raw(statement));
      });
    const mine = `actor_id = '${party.owner.userId}'`;
    for (const statement of [
      `update evidence set ${BLANK} where actor_id = '${other.owner.userId}'`,
      `update evidence set actor_name = 'Другой' where ${mine}`,
      `update evidence set address = '192.0.2.1' where ${mine}`,
      `update evidence set actor_name = 'стёрто по запросу 13.03.2027' where ${mine}`,
      `update requisites_versions set requisites = erased_requisites(requisites, '${WORDS}') where party_id = '${other.id}'`,
    ])
      await expect(within(statement), statement).rejects.toMatchObject({ cause: { message: /append-only/ } });
    await expect(within(`update evidence set reason = 'x' where ${mine}`)).rejects.toMatchObject({
      cause: { code: "42501" },
    });
    // Every attempt took the whole erasure back with it.
    expect((await openOf(party.owner)).state).toBe("open");
    expect(await erase(request.id, { [party.id]: NOBODY })).toMatchObject({ ok: true });
    // A later transaction may not go on where this one ended.
    await expect(owner.unsafe(`update evidence set ${BLANK} where ${mine}`)).rejects.toThrow(/append-only/);
  });

  test("nobody may call themselves erased", async () => {
    const { owner: person } = await makeParty(db);
    await expect(owner`update users set name = ${WORDS} where id = ${person.userId}`).rejects.toMatchObject({
      constraint_name: "users_erased_whole",
    });
  });

  test("a name blanked by the owner, triggers put aside, is found and named", async () => {
    const party = await makeParty(db);
    await placeOrder(db, party, [{}], { now: at("01-11") });
    const { found } = await verdictAfter(asOwner, async (tx) => {
      await tx.execute(sql`alter table evidence disable trigger user`);
      await tx.execute(sql.raw(`update evidence set ${BLANK} where actor_id = '${party.owner.userId}'`));
    });
    expect(found.ok).toBe(false);
    expect([...new Set(found.problems.map(({ what }) => what))]).toEqual(["unfounded"]);
  });
});
