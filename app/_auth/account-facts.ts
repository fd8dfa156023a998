import "server-only";

import { database } from "#/db/client.ts";
import { openSessions } from "#/db/queries/sessions.ts";
import { recoveryCodesLeft, secondFactorOf, userById } from "#/db/queries/users.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { deviceOf } from "#/lib/auth/device.ts";
import { sessionLives } from "#/lib/auth/session-life.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import { realTime } from "./real-time.ts";

/** What a person sees of their own account; nobody else's can be asked for. */
export async function accountFacts(actor: PersonActor) {
  const db = database();
  const now = realTime();
  const user = await userById(db, actor.userId);
  if (!user) throw new Error("an actor without an account");
  const factor = await secondFactorOf(db, user.id);
  const enrolled = factor?.confirmedAt != null;
  const staff = user.staffRole !== null;
  const open = await openSessions(db, user.id, now);
  const living = open.filter((one) => {
    const pending = (staff || enrolled) && one.secondFactorAt === null && one.id !== actor.sessionId;
    return sessionLives(one, { staff, pending }, now);
  });
  return {
    name: user.name,
    email: user.email,
    locale: localeOr(user.locale),
    staff,
    secondFactor: enrolled ? { codesLeft: await recoveryCodesLeft(db, user.id) } : null,
    sessions: living.map(({ id, address, browser, createdAt, lastSeenAt }) => ({
      id,
      address,
      createdAt,
      lastSeenAt,
      device: deviceOf(browser),
      current: id === actor.sessionId,
    })),
  };
}
