const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;

export type Backoff = { first: number; longest: number; attempts: number };

/** Follow-up work: what fails twelve times over three hours is broken, and a person must look. */
export const OUTBOX_BACKOFF: Backoff = { first: 5 * SECOND, longest: HOUR, attempts: 12 };
/** A mail server may be away for two days; after it is back no letter waits for more than ten minutes. */
export const MAIL_BACKOFF: Backoff = { first: 5 * SECOND, longest: 10 * MINUTE, attempts: 300 };

/** When to try again after the failure number `attempts` (1, 2, …): twice the pause each time; null when that was the last. */
export function tryAgain({ first, longest, attempts: most }: Backoff, attempts: number, real: Date): Date | null {
  if (attempts >= most) return null;
  return new Date(real.getTime() + Math.min(first * 2 ** (attempts - 1), longest));
}
