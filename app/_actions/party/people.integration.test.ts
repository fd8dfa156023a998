import { and, eq, isNull } from "drizzle-orm";
import { expect, test } from "vitest";
import { makeParty } from "#/app/_testing/fixtures.ts";
import { inTenant } from "#/db/client.ts";
import { evidence, members, oneTimeLinks, outbox, users } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { changeRole, isMember, lockMembers, removeMember } from "#/db/writes/members.ts";
import type { CustomerRole } from "#/lib/access/actor.ts";
import { inviteMember } from "./invite.ts";

const { db } = await testDatabase();
const now = new Date("2026-04-20T10:00:00+03:00");
const SYSTEM = { kind: "system", job: "test" } as const;

const invite = (party: Awaited<ReturnType<typeof makeParty>>, email: string, role: CustomerRole = "buyer") =>
  db.transaction((tx) => inviteMember({ tx, actor: party.owner, input: { email, role }, now, origin: NO_ORIGIN }));
const steps = async (partyId: string) =>
  (await inTenant(db, SYSTEM, (tx) => tx.select().from(evidence).where(eq(evidence.partyId, partyId)))).map(
    ({ step }) => step,
  );

test("a role is changed and a person taken out, with a line of history each", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  const who = { actor: party.owner, origin: NO_ORIGIN, now };
  await inTenant(db, party.owner, async (tx) => {
    const accountant = (await lockMembers(tx, party.owner)).find(({ role }) => role === "accountant")!;
    await changeRole(tx, who, accountant, "reader");
    await removeMember(tx, who, { ...accountant, role: "reader" });
    expect((await lockMembers(tx, party.owner)).map(({ role }) => role)).toEqual(["owner"]);
    expect(await isMember(tx, accountant.userId, party.id)).toBe(false);
  });
  expect(await steps(party.id)).toEqual(expect.arrayContaining(["change-member-role", "remove-member"]));
});

test("another party's member is out of reach, even by its id", async () => {
  const [own, other] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "individual", { now })];
  const [theirs] = await inTenant(db, other.owner, (tx) => lockMembers(tx, other.owner));
  await inTenant(db, own.owner, async (tx) => {
    expect((await lockMembers(tx, own.owner)).map(({ id }) => id)).not.toContain(theirs!.id);
    await removeMember(tx, { actor: own.owner, origin: NO_ORIGIN, now }, theirs!);
  });
  const left = await inTenant(db, SYSTEM, (tx) =>
    tx
      .select()
      .from(members)
      .where(and(eq(members.id, theirs!.id), isNull(members.removedAt))),
  );
  expect(left).toHaveLength(1);
});

test("a newcomer gets a link and a letter without the address in the outbox", async () => {
  const party = await makeParty(db, "legalEntity", { now });
  expect(await invite(party, "novy@romashka.by", "accountant")).toEqual({ ok: true, value: { joined: false } });
  const [user] = await db.select().from(users).where(eq(users.email, "novy@romashka.by"));
  const [link] = await db.select().from(oneTimeLinks).where(eq(oneTimeLinks.userId, user!.id));
  expect(link).toMatchObject({ purpose: "invitation", usedAt: null });
  expect(JSON.parse(link!.payload!)).toEqual({ partyId: party.id, role: "accountant" });
  const letters = await inTenant(db, SYSTEM, (tx) => tx.select().from(outbox).where(eq(outbox.topic, "account-mail")));
  const letter = letters.find(({ payload }) => payload.linkId === link!.id);
  expect(letter?.payload).toEqual({ template: "invitation", userId: user!.id, linkId: link!.id, locale: "ru" });
  expect(await steps(party.id)).toContain("invite-member");
});

test("somebody with an account joins at once, and only once; the staff are not invited", async () => {
  const [party, other] = [await makeParty(db, "legalEntity", { now }), await makeParty(db, "individual", { now })];
  const { userId, email } = other.owner;
  await db.update(users).set({ passwordHash: "set" }).where(eq(users.id, userId));
  expect(await invite(party, email, "reader")).toEqual({ ok: true, value: { joined: true } });
  expect(await invite(party, email, "owner")).toMatchObject({
    error: { fields: { email: { code: "member.already" } } },
  });
  await db.update(users).set({ staffRole: "sales" }).where(eq(users.id, userId));
  expect(await invite(party, email)).toMatchObject({ error: { fields: { email: { code: "member.cannot_invite" } } } });
  await inTenant(db, party.owner, async (tx) => {
    const roles = (await lockMembers(tx, party.owner)).map(({ role }) => role);
    expect(roles.sort()).toEqual(["accountant", "owner", "reader"]);
  });
});
