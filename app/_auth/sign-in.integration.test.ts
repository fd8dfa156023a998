import { eq, like } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { findSession } from "#/db/queries/sessions.ts";
import { evidence, rateLimits, sessions, users } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { revokeSession } from "#/db/writes/sessions.ts";
import { LIMITS } from "#/lib/auth/limits.ts";
import { sessionLives } from "#/lib/auth/session-life.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { verifyChain } from "#/lib/evidence/chain.ts";
import { signIn } from "./sign-in.ts";
import { PASSWORD, person, visitFrom } from "./testing.ts";

const { db, owner } = await testDatabase();

const later = (minutes: number) => new Date(Date.parse("2026-11-21T09:00:00Z") + minutes * 60_000);

describe("signIn", () => {
  it("opens a session whose token the database does not know", async () => {
    const { id, email } = await person(db, "open@company.by");
    const done = await signIn(visitFrom(db), { email: email.toUpperCase(), password: PASSWORD });
    if (!done.ok) throw new Error(done.error.code);
    const { token } = done.value;
    const row = await findSession(db, hashToken(token));
    expect(row).toMatchObject({ userId: id, email, staffRole: null, secondFactorAt: null, partyId: null });
    const stored = await owner`select to_jsonb(s)::text as row from sessions s`;
    expect(stored.map(({ row: text }) => text).join()).not.toContain(token);
  });

  it("answers an unknown address, a wrong password, a blocked account and one without a password alike", async () => {
    const blocked = await person(db, "blocked@company.by");
    await owner`update users set disabled_at = now() where id = ${blocked.id}`;
    const empty = await person(db, "empty@company.by");
    await owner`update users set password_hash = null where id = ${empty.id}`;
    await person(db, "wrong@company.by");
    const answers = await Promise.all([
      signIn(visitFrom(db), { email: "nobody@company.by", password: PASSWORD }),
      signIn(visitFrom(db), { email: "wrong@company.by", password: `${PASSWORD}!` }),
      signIn(visitFrom(db), { email: blocked.email, password: PASSWORD }),
      signIn(visitFrom(db), { email: empty.email, password: PASSWORD }),
    ]);
    for (const answer of answers) expect(answer).toEqual({ ok: false, error: { code: "auth.wrong" } });
  });

  it("tells only who knows the password that the address is not confirmed", async () => {
    const { id, email } = await person(db, "unconfirmed@company.by");
    await owner`update users set email_confirmed_at = null where id = ${id}`;
    expect(await signIn(visitFrom(db), { email, password: PASSWORD })).toMatchObject({
      error: { code: "auth.unconfirmed" },
    });
    expect(await signIn(visitFrom(db), { email, password: "другой-пароль-здесь" })).toMatchObject({
      error: { code: "auth.wrong" },
    });
  });

  it("refuses the sixth wrong password, even of thirty at once, and the right one after it", async () => {
    const { email } = await person(db, "guessed@company.by");
    const tries = Array.from({ length: 30 }, () => signIn(visitFrom(db), { email, password: "неверный-пароль-один" }));
    const codes = (await Promise.all(tries)).map((one) => (one.ok ? "ok" : one.error.code));
    expect(codes.filter((code) => code === "auth.wrong")).toHaveLength(LIMITS["sign-in.pair"].max);
    expect(codes.filter((code) => code === "auth.too_many")).toHaveLength(25);
    expect(await signIn(visitFrom(db), { email, password: PASSWORD })).toMatchObject({
      error: { code: "auth.too_many", params: { minutes: 60 } },
    });
    const next = visitFrom(db, { real: later(61) });
    expect((await signIn(next, { email, password: PASSWORD })).ok).toBe(true);
  });

  it("limits an unknown address like a known one", async () => {
    const codes: string[] = [];
    for (let i = 0; i < 6; i++) {
      const answer = await signIn(visitFrom(db, { address: "203.0.113.8" }), {
        email: "ghost@company.by",
        password: "x",
      });
      codes.push(answer.ok ? "ok" : answer.error.code);
    }
    expect(codes).toEqual([...Array(5).fill("auth.wrong"), "auth.too_many"]);
  });

  it("does not lock the owner out where they signed in before, whoever guesses elsewhere", async () => {
    const { email } = await person(db, "victim@company.by");
    const home = visitFrom(db, { address: "198.51.100.1" });
    expect((await signIn(home, { email, password: PASSWORD })).ok).toBe(true);
    for (let i = 0; i < 25; i++)
      await signIn(visitFrom(db, { address: `192.0.2.${i}` }), { email, password: "неверный-пароль-два" });
    const stranger = visitFrom(db, { address: "192.0.2.200" });
    expect(await signIn(stranger, { email, password: PASSWORD })).toMatchObject({ error: { code: "auth.too_many" } });
    expect((await signIn(home, { email, password: PASSWORD })).ok).toBe(true);
  });

  it("keeps no address of anybody in the table of limits", async () => {
    const keys = (await db.select({ key: rateLimits.key }).from(rateLimits)).map(({ key }) => key).join();
    expect(keys).not.toMatch(/company|203\.0/);
  });

  it("writes a chain that holds, with nothing personal in its data, for five sign-ins at once", async () => {
    const { id, email } = await person(db, "chain@company.by");
    const all = await Promise.all(
      Array.from({ length: 5 }, () => signIn(visitFrom(db), { email, password: PASSWORD })),
    );
    expect(all.every(({ ok }) => ok)).toBe(true);
    const entries = await db
      .select()
      .from(evidence)
      .where(eq(evidence.chain, `user:${id}`))
      .orderBy(evidence.seq);
    expect(entries.map(({ step }) => step)).toEqual(Array(5).fill("sign-in"));
    expect(verifyChain(entries)).toEqual([]);
    expect(JSON.stringify(entries.map(({ data }) => data))).not.toMatch(/company|Анна|203\.0/);
  });

  it("tells the owner of a sign-in with a new device, and only then", async () => {
    const { id, email } = await person(db, "device@company.by");
    const letters = async () => [...(await owner`select topic, payload from outbox where payload->>'userId' = ${id}`)];
    await signIn(visitFrom(db), { email, password: PASSWORD });
    await signIn(visitFrom(db), { email, password: PASSWORD });
    expect(await letters()).toHaveLength(0);
    const phone = { address: "203.0.113.7", browser: "Mozilla/5.0 (iPhone) Version/18.0 Safari/604.1" };
    await signIn(visitFrom(db, { origin: phone }), { email, password: PASSWORD });
    expect(await letters()).toMatchObject([
      { topic: "account-mail", payload: { template: "new-device", linkId: null } },
    ]);
  });

  it("keeps ten sessions of a person, the newest", async () => {
    const { id, email } = await person(db, "many@company.by");
    for (let i = 0; i < 12; i++) await signIn(visitFrom(db, { real: later(i) }), { email, password: PASSWORD });
    const rows = await db.select().from(sessions).where(eq(sessions.userId, id)).orderBy(sessions.createdAt);
    expect(rows.map(({ revokedAt }) => revokedAt !== null)).toEqual([true, true, ...Array(10).fill(false)]);
  });

  it("makes a new hash of an old one", async () => {
    const { id, email } = await person(db, "rehash@company.by");
    const { hash } = await import("@node-rs/argon2");
    const weak = await hash(PASSWORD, { memoryCost: 8192, timeCost: 1 });
    await owner`update users set password_hash = ${weak} where id = ${id}`;
    expect((await signIn(visitFrom(db), { email, password: PASSWORD })).ok).toBe(true);
    const [user] = await db.select().from(users).where(eq(users.id, id));
    expect(user?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=65536,t=3,p=1\$/);
    expect((await signIn(visitFrom(db), { email, password: PASSWORD })).ok).toBe(true);
  });
});

it("a revoked session is over at the next look, and nobody ends a stranger's", async () => {
  const { id, email } = await person(db, "revoked@company.by");
  const other = await person(db, "stranger@company.by");
  const visit = visitFrom(db);
  const done = await signIn(visit, { email, password: PASSWORD });
  if (!done.ok) throw new Error(done.error.code);
  const look = async () => {
    const row = await findSession(db, hashToken(done.value.token));
    return row !== null && sessionLives(row, { staff: false, pending: false }, visit.real);
  };
  const [session] = await db.select().from(sessions).where(eq(sessions.userId, id));
  expect(await look()).toBe(true);
  expect(await revokeSession(db, other.id, session?.id ?? "", visit.real)).toBe(false);
  expect(await look()).toBe(true);
  expect(await revokeSession(db, id, session?.id ?? "", visit.real)).toBe(true);
  expect(await look()).toBe(false);
});

it("account chains are all that the application may write without a tenant", async () => {
  await expect(
    db.insert(evidence).values({
      chain: "contract:x",
      seq: 1,
      at: later(0),
      actorKind: "newcomer",
      actorId: "x",
      actorName: "x",
      step: "x",
      data: {},
      prevHash: "x",
      hash: "x",
    }),
  ).rejects.toThrow();
  expect(await db.select().from(evidence).where(like(evidence.chain, "contract:%"))).toEqual([]);
});
