import "server-only";

import { cache } from "react";

import { database } from "#/db/client.ts";
import { findSession, type SessionRow } from "#/db/queries/sessions.ts";
import { touchSession } from "#/db/writes/sessions.ts";
import { sessionLives, TOUCH_EVERY } from "#/lib/auth/session-life.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { realTime } from "./real-time.ts";
import { readSessionToken } from "./session-cookie.ts";

export type CurrentSession = SessionRow & { pending: boolean };

/** The living session behind a token, with whether it still waits for its second factor; null for any other token. */
async function sessionOfToken(token: string, now: Date): Promise<CurrentSession | null> {
  const row = await findSession(database(), hashToken(token));
  if (!row || row.disabledAt) return null;
  const staff = row.staffRole !== null;
  const pending = (staff || row.enrolled) && row.secondFactorAt === null;
  if (!sessionLives(row, { staff, pending }, now)) return null;
  const since = new Date(now.getTime() - TOUCH_EVERY);
  if (row.lastSeenAt < since) await touchSession(database(), row.id, now, since);
  return { ...row, pending };
}

/** This request's session, asked for once per request. An accident on the way is thrown: nobody is let in by an error. */
export const currentSession = cache(async (): Promise<CurrentSession | null> => {
  const token = await readSessionToken();
  return token ? sessionOfToken(token, realTime()) : null;
});
