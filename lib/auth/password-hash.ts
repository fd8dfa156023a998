import "server-only";

import { type Algorithm, hash, parseOptions, verify } from "@node-rs/argon2";

/** argon2id over the floor of OWASP; about 55 ms. The enum is `const`, so its value is written out. */
const ARGON2ID = 2 as Algorithm;
const COST = { algorithm: ARGON2ID, memoryCost: 65_536, timeCost: 3, parallelism: 1 };
/** 64 MiB each: a flood of sign-ins must neither eat the memory nor starve the pages. */
const AT_ONCE = 2;
const MAX_WAITING = 50;

export class TooBusy extends Error {}

let running = 0;
const waiting: (() => void)[] = [];

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= AT_ONCE) {
    if (waiting.length >= MAX_WAITING) throw new TooBusy("too many passwords to check");
    await new Promise<void>((go) => waiting.push(go));
  } else running++;
  try {
    return await work();
  } finally {
    const next = waiting.shift();
    if (next) next();
    else running--;
  }
}

/** The same letters typed on another keyboard may be composed otherwise. Nothing is trimmed, nothing cut. */
const composed = (password: string) => password.normalize("NFC");

/** PHC string: parameters and salt are in it. */
export const hashPassword = (password: string): Promise<string> => inTurn(() => hash(composed(password), COST));

/** A hash of nobody's password; made once, with today's cost, so that an unknown address takes as long as a known one. */
let nobody: Promise<string> | undefined;

/** False for a wrong password and, after the same work, where there is none to compare with. */
export async function passwordMatches(password: string, stored: string | null): Promise<boolean> {
  nobody ??= hashPassword(crypto.randomUUID());
  const against = stored ?? (await nobody);
  const same = await inTurn(() => verify(against, composed(password)));
  return same && stored !== null;
}

/** True for a hash of an older cost: the next sign-in makes a new one. */
export function isOutdated(stored: string): boolean {
  const { algorithm, memoryCost, timeCost } = parseOptions(stored);
  return algorithm !== ARGON2ID || memoryCost < COST.memoryCost || timeCost < COST.timeCost;
}
