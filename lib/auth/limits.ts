import { keyedHash } from "./key.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** How often, in which window. Counted in PostgreSQL, so all web nodes share the count. */
export const LIMITS = {
  "sign-in.pair": { max: 5, window: 15 * MINUTE },
  "sign-in.account": { max: 20, window: HOUR },
  "sign-in.address": { max: 100, window: 24 * HOUR },
  "letter.account": { max: 3, window: HOUR },
  "letter.address": { max: 20, window: HOUR },
  "code.account": { max: 5, window: 15 * MINUTE },
  "password.account": { max: 5, window: 15 * MINUTE },
  "link.address": { max: 60, window: HOUR },
  "verify.address": { max: 60, window: HOUR },
} as const satisfies Record<string, { max: number; window: number }>;
export type LimitName = keyof typeof LIMITS;

/** What is counted: the limit and a keyed hash of whom, so the table holds no address of anybody. */
export const limitKey = (secret: string, name: LimitName, ...whom: string[]): string =>
  `${name}:${keyedHash(secret, "limits", whom.join("\n")).slice(0, 40)}`;

/** Whole minutes to wait, never zero: what a refusal tells. */
export const minutesUntil = (resetsAt: Date, now: Date): number =>
  Math.max(1, Math.ceil((resetsAt.getTime() - now.getTime()) / MINUTE));

/** Everybody of a demonstration comes from one machine; a ceiling per address would lock all of them out together. */
export const isLoopback = (address: string | null): boolean =>
  address === null || /^(::1|(::ffff:)?127\.\d+\.\d+\.\d+)$/.test(address);
