import "server-only";

import { alfaSource } from "#/lib/bank/alfa.ts";
import type { StatementSource } from "#/lib/bank/statement-source.ts";
import { env } from "#/lib/env.ts";

/** Where the bank sends the accountant back to; registered with the bank letter for letter. */
export const BANK_PAGE = "/staff/payments/statements/bank";

let line: StatementSource | null | undefined;

/** The house's line to its bank; null where statements are uploaded by hand, which needs nothing. */
export function bankSource(): StatementSource | null {
  if (line !== undefined) return line;
  const { BANK_URL: url, BANK_CLIENT_ID: clientId, BANK_CLIENT_SECRET: clientSecret, PUBLIC_ORIGIN } = env();
  const redirectUri = `${PUBLIC_ORIGIN}${BANK_PAGE}`;
  line = url && clientId && clientSecret ? alfaSource({ url, clientId, clientSecret, redirectUri }) : null;
  return line;
}
