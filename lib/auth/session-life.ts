const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How long a session lives: unused, at all, and before its second factor was given. Real time, not the movable clock. */
export const SESSION_LIFE = {
  customer: { idle: 24 * HOUR, total: 30 * 24 * HOUR },
  staff: { idle: 30 * MINUTE, total: 12 * HOUR },
} as const;
export const PENDING_LIFE = 15 * MINUTE;
/** `last_seen_at` is written at most this often, so reading a page is rarely a write. */
export const TOUCH_EVERY = MINUTE;
/** Of one person at once; a further sign-in ends the oldest. */
export const MAX_SESSIONS = 10;

type Times = { createdAt: Date; lastSeenAt: Date; expiresAt: Date; revokedAt: Date | null };

/** False for a revoked session, an expired one, one unused for too long, or one that waits too long for its second factor. */
export function sessionLives(session: Times, who: { staff: boolean; pending: boolean }, now: Date): boolean {
  const { idle } = SESSION_LIFE[who.staff ? "staff" : "customer"];
  const at = now.getTime();
  return (
    session.revokedAt === null &&
    at < session.expiresAt.getTime() &&
    at < session.lastSeenAt.getTime() + idle &&
    (!who.pending || at < session.createdAt.getTime() + PENDING_LIFE)
  );
}

export const sessionEnd = (staff: boolean, now: Date): Date =>
  new Date(now.getTime() + SESSION_LIFE[staff ? "staff" : "customer"].total);
