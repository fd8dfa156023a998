import { eq } from "drizzle-orm";
import { describe, expect, it } from "vitest";

import { findSession } from "#/db/queries/sessions.ts";
import { secondFactors, sessions } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { enrolmentOffer } from "#/lib/auth/enrolment.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { totpCode } from "#/lib/auth/totp.ts";
import { changePassword } from "./change-password.ts";
import { actorOf } from "./current-actor.ts";
import { dropSecondFactor, enrol, giveSecondFactor } from "./second-factor.ts";
import { signIn } from "./sign-in.ts";
import { PASSWORD, person, SECRET, visitFrom } from "./testing.ts";
import type { Visit } from "./visit.ts";

const { db } = await testDatabase();
const at = (seconds: number): Visit =>
  visitFrom(db, { real: new Date(Date.parse("2026-11-21T09:00:00Z") + seconds * 1000) });

async function signedIn(email: string, visit = at(0)) {
  const done = await signIn(visit, { email, password: PASSWORD });
  if (!done.ok) throw new Error(done.error.code);
  const row = await findSession(db, hashToken(done.value.token));
  if (!row) throw new Error("no session");
  return { ...row, token: done.value.token };
}

/** A member of staff with a second factor, and a further session that waits for its code. */
async function enrolled(email: string) {
  await person(db, email, "accountant");
  const first = await signedIn(email);
  const offer = enrolmentOffer(SECRET, first.id);
  const done = await db.transaction((tx) => enrol(tx, at(0), first, totpCode(offer.secret, at(0).real)));
  if (!done.ok) throw new Error(done.error.code);
  return { first, offer, session: await signedIn(email, at(60)) };
}

describe("the second factor of staff", () => {
  it("leaves them nobody who may do anything until it is given", async () => {
    await person(db, "pending@seller.by", "sales");
    const session = await signedIn("pending@seller.by");
    expect(actorOf({ ...session, pending: true })).toMatchObject({ kind: "staff-pending", enrolled: false });
  });

  it("is not set up by a wrong code", async () => {
    await person(db, "unsure@seller.by", "sales");
    const session = await signedIn("unsure@seller.by");
    const done = await db.transaction((tx) => enrol(tx, at(0), session, "000000"));
    expect(done).toMatchObject({ error: { code: "code.wrong" } });
    expect(await db.select().from(secondFactors).where(eq(secondFactors.userId, session.userId))).toEqual([]);
  });

  it("is given by setting it up, and the session goes on under a new token", async () => {
    const { first } = await enrolled("fixation@seller.by");
    expect(await findSession(db, hashToken(first.token))).toBeNull();
    const [row] = await db.select().from(sessions).where(eq(sessions.id, first.id));
    expect(row?.secondFactorAt).not.toBeNull();
  });

  it("lets one of twenty with the same code in", async () => {
    const { offer, session } = await enrolled("replay@seller.by");
    const code = totpCode(offer.secret, at(60).real);
    const all = await Promise.all(Array.from({ length: 20 }, () => giveSecondFactor(at(60), session, code)));
    expect(all.filter(({ ok }) => ok)).toHaveLength(1);
    expect(await giveSecondFactor(at(61), session, code)).toMatchObject({ ok: false });
  });

  it("refuses the sixth code within 15 minutes, right or not", async () => {
    const { offer, session } = await enrolled("guess@seller.by");
    for (let i = 0; i < 5; i++)
      expect(await giveSecondFactor(at(60), session, "000000")).toMatchObject({ error: { code: "code.wrong" } });
    const right = () => giveSecondFactor(at(90), session, totpCode(offer.secret, at(90).real));
    expect(await right()).toMatchObject({ error: { code: "auth.too_many" } });
  });

  it("takes a recovery code once, for its owner only, and renews the token", async () => {
    const { offer, session } = await enrolled("lost@seller.by");
    const { session: other } = await enrolled("other@seller.by");
    const [code = ""] = offer.codes;
    expect((await giveSecondFactor(at(60), other, code)).ok).toBe(false);
    const done = await giveSecondFactor(at(60), session, code.toLowerCase());
    expect(done.ok).toBe(true);
    expect(await findSession(db, hashToken(session.token))).toBeNull();
    expect((await giveSecondFactor(at(61), session, code)).ok).toBe(false);
  });

  it("dropped, ends every session of a member of staff", async () => {
    const { session } = await enrolled("renew@seller.by");
    await db.transaction((tx) => dropSecondFactor(tx, at(60), session));
    const rows = await db.select().from(sessions).where(eq(sessions.userId, session.userId));
    expect(rows.every(({ revokedAt }) => revokedAt !== null)).toBe(true);
  });

  it("keeps its secret sealed", async () => {
    const { offer, session } = await enrolled("sealed@seller.by");
    const [row] = await db.select().from(secondFactors).where(eq(secondFactors.userId, session.userId));
    expect(row?.secret).not.toContain(offer.secret);
  });
});

describe("changePassword", () => {
  it("asks for the current one, ends the others and goes on under a new token", async () => {
    const { email } = await person(db, "change@company.by");
    const here = await signedIn(email);
    const there = await signedIn(email);
    const change = (current: string) =>
      db.transaction((tx) => changePassword(tx, at(0), here, { current, password: "новый-пароль-на-завтра" }));
    expect(await change("не-тот-пароль-совсем")).toMatchObject({
      error: { fields: { current: { code: "password.wrong" } } },
    });
    const done = await change(PASSWORD);
    if (!done.ok) throw new Error(done.error.code);
    expect(await findSession(db, hashToken(here.token))).toBeNull();
    expect(await findSession(db, hashToken(done.value.token))).toMatchObject({ id: here.id, revokedAt: null });
    expect((await findSession(db, hashToken(there.token)))?.revokedAt).not.toBeNull();
  });
});
