import type { Day } from "#/lib/calendar/day.ts";
import type { Result } from "#/lib/result.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";

/** What went wrong at the bank; `again` where the same may succeed later, without a person. */
export type BankFailure = {
  code:
    | "bank.unauthorised"
    | "bank.consent_gone"
    | "bank.client_refused"
    | "bank.busy"
    | "bank.unavailable"
    | "bank.timeout"
    | "bank.bad_answer"
    | "bank.too_much"
    | "bank.said_no"
    | "bank.outside_period"
    | "bank.other_account"
    | "bank.foreign_currency";
  again: boolean;
  params?: Record<string, string | number>;
};

/** `access` opens the account for some seconds, `refresh` gives the next pair; each pair is good once. */
export type BankTokens = { access: string; accessSeconds: number; refresh: string | null };

export type Period = { account: string; from: Day; to: Day };

/** Operations of whole days, and the answers as they came, to be kept. No balances: the interface states none. */
export type Fetched = { lines: StatementLine[]; raw: Uint8Array };

/** A bank that gives statements to a program, by a person's consent. */
export type StatementSource = {
  /** Where the person goes to consent; `state` comes back with them. */
  consentUrl(state: string): string;
  exchange(code: string): Promise<Result<BankTokens, BankFailure>>;
  refresh(token: string): Promise<Result<BankTokens, BankFailure>>;
  fetch(access: string, period: Period): Promise<Result<Fetched, BankFailure>>;
};
