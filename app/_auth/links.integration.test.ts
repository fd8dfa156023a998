import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { findSession } from "#/db/queries/sessions.ts";
import { userByEmail } from "#/db/queries/users.ts";
import { evidence, members, oneTimeLinks, sessions } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { addLink } from "#/db/writes/users.ts";
import { type LinkPurpose, newLink } from "#/lib/auth/link.ts";
import { hashToken, newToken } from "#/lib/auth/token.ts";
import { confirmEmail } from "./confirm-email.ts";
import { acceptInvitation, addPerson } from "./invite.ts";
import { askReset, resetPassword } from "./reset-password.ts";
import { signIn } from "./sign-in.ts";
import { resendConfirmation, signUp } from "./sign-up.ts";
import { PASSWORD, person, visitFrom } from "./testing.ts";
import type { Visit } from "./visit.ts";

const { db, owner } = await testDatabase();
const NEXT = "/cabinet/orders/new?portal=romashka.bitrix24.by&months=12";

const form = (email: string, password = PASSWORD) =>
  ({ name: "Анна", email, password, next: NEXT, locale: "ru" }) as const;

/** What the worker does with the newest letter to a person: makes the token and keeps its hash. */
async function openLetter(email: string, purpose: LinkPurpose): Promise<string> {
  const user = await userByEmail(db, email);
  const [link] = await db
    .select()
    .from(oneTimeLinks)
    .where(and(eq(oneTimeLinks.userId, user?.id ?? ""), eq(oneTimeLinks.purpose, purpose), isNull(oneTimeLinks.usedAt)))
    .orderBy(desc(oneTimeLinks.createdAt), sql`ctid desc`)
    .limit(1);
  if (!link) throw new Error("no letter");
  const { token, hash } = newLink(purpose);
  await db.update(oneTimeLinks).set({ tokenHash: hash }).where(eq(oneTimeLinks.id, link.id));
  return token;
}

/** The application may write the outbox but not read it, so the tests look as the owner. */
const templates = async () =>
  (await owner`select payload->>'template' as template from outbox order by ctid`).map(({ template }) => template);

const minutesLater = (visit: Visit, minutes: number): Visit => ({
  ...visit,
  real: new Date(visit.real.getTime() + minutes * 60_000),
});

describe("sign-up", () => {
  it("says the same to a new and to a known address, and writes to both", async () => {
    await person(db, "known@company.by");
    const before = (await templates()).length;
    const answers = [
      await signUp(visitFrom(db), form("fresh@company.by"), newToken()),
      await signUp(visitFrom(db), form("known@company.by"), newToken()),
    ];
    expect(answers).toEqual([
      { ok: true, value: null },
      { ok: true, value: null },
    ]);
    expect((await templates()).slice(before)).toEqual(["confirm-email", "already-registered"]);
  });

  it("takes as long for a known address as for a new one", async () => {
    const timed = async (email: string) => {
      const start = performance.now();
      await signUp(visitFrom(db), form(email), newToken());
      return performance.now() - start;
    };
    await person(db, "known2@company.by");
    expect(await timed("known2@company.by")).toBeGreaterThanOrEqual(245);
    expect(await timed("fresh2@company.by")).toBeGreaterThanOrEqual(245);
  });

  it("changes neither name nor password of a known account", async () => {
    await person(db, "kept@company.by");
    await signUp(visitFrom(db), form("kept@company.by", "чужой-пароль-тут-сорок"), newToken());
    expect((await signIn(visitFrom(db), { email: "kept@company.by", password: PASSWORD })).ok).toBe(true);
  });

  it("goes on to the order in the browser that signed up, signed in", async () => {
    const browser = newToken();
    await signUp(visitFrom(db), form("order@company.by"), browser);
    const done = await confirmEmail(visitFrom(db), await openLetter("order@company.by", "confirm-email"), browser);
    if (!done.ok || !done.value.signedIn) throw new Error("not signed in");
    expect(done.value.next).toBe(NEXT);
    expect(await findSession(db, hashToken(done.value.signedIn.token))).toMatchObject({ email: "order@company.by" });
  });

  it("only confirms in any other browser", async () => {
    await signUp(visitFrom(db), form("elsewhere@company.by"), newToken());
    const token = await openLetter("elsewhere@company.by", "confirm-email");
    expect(await confirmEmail(visitFrom(db), token, newToken())).toEqual({
      ok: true,
      value: { next: NEXT, signedIn: null },
    });
    expect((await signIn(visitFrom(db), { email: "elsewhere@company.by", password: PASSWORD })).ok).toBe(true);
  });

  it("confirms the password of the form whose letter was opened, not of whoever came first", async () => {
    await signUp(
      visitFrom(db, { address: "192.0.2.66" }),
      form("early@company.by", "пароль-чужака-номер-раз"),
      newToken(),
    );
    await signUp(visitFrom(db), form("early@company.by"), newToken());
    await confirmEmail(visitFrom(db), await openLetter("early@company.by", "confirm-email"), null);
    const by = (password: string) => signIn(visitFrom(db), { email: "early@company.by", password });
    expect(await by("пароль-чужака-номер-раз")).toMatchObject({ error: { code: "auth.wrong" } });
    expect((await by(PASSWORD)).ok).toBe(true);
  });

  it("sends at most three letters an hour to one address, known or not", async () => {
    await person(db, "flood-known@company.by");
    for (const email of ["flood-known@company.by", "flood-new@company.by"]) {
      const codes: string[] = [];
      for (let i = 0; i < 4; i++) {
        const done = await signUp(visitFrom(db, { address: `192.0.2.${i}` }), form(email), newToken());
        codes.push(done.ok ? "ok" : done.error.code);
      }
      expect(codes).toEqual(["ok", "ok", "ok", "auth.too_many"]);
    }
  });

  it("sends another letter to who knows the password, and says the same to who does not", async () => {
    await signUp(visitFrom(db), form("again@company.by"), newToken());
    const before = (await templates()).length;
    const ask = (password: string) =>
      resendConfirmation(visitFrom(db), { email: "again@company.by", password, next: null }, newToken());
    expect(await ask("не-тот-пароль-совсем")).toEqual({ ok: true, value: null });
    expect(await templates()).toHaveLength(before);
    expect(await ask(PASSWORD)).toEqual({ ok: true, value: null });
    expect(await templates()).toHaveLength(before + 1);
  });
});

describe("one-time links", () => {
  it("lets one of twenty at once use a link", async () => {
    await signUp(visitFrom(db), form("race@company.by"), newToken());
    const token = await openLetter("race@company.by", "confirm-email");
    const all = await Promise.all(Array.from({ length: 20 }, () => confirmEmail(visitFrom(db), token, null)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    for (const one of all) if (!one.ok) expect(one.error.code).toBe("link.dead");
  });

  it("is dead after 30 minutes, for another purpose, and before its letter was written", async () => {
    await person(db, "dead@company.by");
    const visit = visitFrom(db);
    await askReset(visit, { email: "dead@company.by" });
    const [placeholder] = await db.select().from(oneTimeLinks).orderBy(sql`ctid desc`).limit(1);
    const reset = (token: string, at: Visit) => resetPassword(at, { token, password: "новый-пароль-на-завтра" });
    expect(await reset(placeholder?.tokenHash ?? "", visit)).toMatchObject({ error: { code: "link.dead" } });
    const token = await openLetter("dead@company.by", "reset-password");
    expect(await confirmEmail(visit, token, null)).toMatchObject({ error: { code: "link.dead" } });
    expect(await reset(token, minutesLater(visit, 30))).toMatchObject({ error: { code: "link.dead" } });
    expect(await reset(token, minutesLater(visit, 29))).toEqual({ ok: true, value: null });
    expect(await reset(token, minutesLater(visit, 29))).toMatchObject({ error: { code: "link.dead" } });
  });
});

describe("reset", () => {
  it("says the same of a known and an unknown address, in the same time", async () => {
    await person(db, "forgot@company.by");
    for (const email of ["forgot@company.by", "unknown@company.by"]) {
      const start = performance.now();
      expect(await askReset(visitFrom(db), { email })).toEqual({ ok: true, value: null });
      expect(performance.now() - start).toBeGreaterThanOrEqual(245);
    }
  });

  it("ends every session and every other link, and refuses a password with the address in it without using the link up", async () => {
    const { id, email } = await person(db, "petrovich@company.by");
    const visit = visitFrom(db);
    await signIn(visit, { email, password: PASSWORD });
    await askReset(visit, { email });
    const first = await openLetter(email, "reset-password");
    await askReset(visit, { email });
    const second = await openLetter(email, "reset-password");
    expect(await resetPassword(visit, { token: second, password: "petrovich-и-груши" })).toMatchObject({
      error: { fields: { password: { code: "password.email" } } },
    });
    expect((await resetPassword(visit, { token: second, password: "новый-пароль-на-завтра" })).ok).toBe(true);
    expect((await resetPassword(visit, { token: first, password: "ещё-один-пароль-потом" })).ok).toBe(false);
    const living = await db
      .select()
      .from(sessions)
      .where(and(eq(sessions.userId, id), isNull(sessions.revokedAt)));
    expect(living).toEqual([]);
    expect((await templates()).at(-1)).toBe("password-changed");
    expect((await signIn(visit, { email, password: PASSWORD })).ok).toBe(false);
    expect((await signIn(visit, { email, password: "новый-пароль-на-завтра" })).ok).toBe(true);
  });
});

describe("invitations", () => {
  it("lets a new member of staff choose a password, once", async () => {
    const visit = visitFrom(db);
    const added = await addPerson(db, visit, { email: "sales@seller.by", name: "Олег", staffRole: "sales" });
    if (!added.ok || !added.value.path) throw new Error("no link");
    const token = added.value.path.split("/").at(-1) as string;
    const accept = () => acceptInvitation(visit, { token, name: "Олег Иванов", password: PASSWORD });
    expect(await accept()).toEqual({ ok: true, value: { staff: true } });
    expect(await accept()).toMatchObject({ error: { code: "link.dead" } });
    expect(await signIn(visit, { email: "sales@seller.by", password: PASSWORD })).toMatchObject({
      value: { secondFactor: true },
    });
    expect(await addPerson(db, visit, { email: "SALES@seller.by", name: "Олег", staffRole: null })).toMatchObject({
      error: { code: "user.exists" },
    });
  });

  it("makes the invited person a member of the party, as the party's own role", async () => {
    const visit = visitFrom(db);
    const partyId = crypto.randomUUID();
    await owner`insert into parties (id, kind, name, act_channel, created_at) values (${partyId}, 'legalEntity', 'ООО', 'edi', now())`;
    const added = await addPerson(db, visit, { email: "colleague@company.by", name: "Ольга", staffRole: null });
    if (!added.ok) throw new Error(added.error.code);
    const { token, hash } = newLink("invitation");
    await addLink(db, {
      id: crypto.randomUUID(),
      tokenHash: hash,
      purpose: "invitation",
      userId: added.value.id,
      payload: JSON.stringify({ partyId, role: "accountant" }),
      createdAt: visit.real,
      expiresAt: new Date(visit.real.getTime() + 60_000),
    });
    expect((await acceptInvitation(visit, { token, name: "Ольга", password: PASSWORD })).ok).toBe(true);
    const rows = await db.select().from(members).where(eq(members.userId, added.value.id));
    expect(rows).toMatchObject([{ partyId, role: "accountant", removedAt: null }]);
    const done = await signIn(visit, { email: "colleague@company.by", password: PASSWORD });
    if (!done.ok) throw new Error(done.error.code);
    expect(await findSession(db, hashToken(done.value.token))).toMatchObject({ partyId, role: "accountant" });
  });
});

it("puts neither token nor address nor name into the outbox and the evidence", async () => {
  const rows = JSON.stringify([
    await owner`select payload from outbox`,
    await db.select({ d: evidence.data }).from(evidence),
  ]);
  expect(rows).not.toMatch(/company\.by|Анна|token/i);
});
