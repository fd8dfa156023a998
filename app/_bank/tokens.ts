import "server-only";

import type { BankLink } from "#/db/queries/bank.ts";
import type { SealedTokens } from "#/db/writes/bank.ts";
import { keyedHash } from "#/lib/auth/key.ts";
import { seal, unseal } from "#/lib/auth/secret-box.ts";
import type { BankTokens } from "#/lib/bank/statement-source.ts";
import { env } from "#/lib/env.ts";

const WHOSE = "bank:alfa";
/** The documentation's figure: a refresh token lives about ten hours. */
const REFRESH_MS = 10 * 3600 * 1000;

/** As the database may hold them: only this application's secret opens them. `real`: tokens live by the real clock. */
export function sealedTokens({ access, accessSeconds, refresh }: BankTokens, real: Date): SealedTokens {
  const { AUTH_SECRET } = env();
  return {
    access: seal(AUTH_SECRET, WHOSE, access, "bank"),
    accessUntil: new Date(real.getTime() + accessSeconds * 1000),
    refresh: refresh && seal(AUTH_SECRET, WHOSE, refresh, "bank"),
    refreshUntil: refresh ? new Date(real.getTime() + REFRESH_MS) : null,
  };
}

/** The access token, where there is one and the secret is still the one that sealed it. */
export const openToken = (sealed: BankLink["access"]): string | null => {
  if (sealed === null) return null;
  try {
    return unseal(env().AUTH_SECRET, WHOSE, sealed, "bank");
  } catch {
    return null;
  }
};

/** What the table keeps of a `state`: the person who asked is bound in, so nobody finishes another's consent. */
export const stateHash = (state: string, userId: string): string =>
  keyedHash(env().AUTH_SECRET, "bank-state", `${userId}:${state}`);
