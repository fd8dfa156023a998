import "server-only";

import { asJob } from "#/app/_jobs/job.ts";
import { aligned } from "#/app/_statements/aligned.ts";
import type { Db, Tx } from "#/db/client.ts";
import { fetchedThrough, takeBankLink } from "#/db/queries/bank.ts";
import { sellerAccounts } from "#/db/queries/seller.ts";
import { knownKeys, statementBefore } from "#/db/queries/staff-statements.ts";
import { breakBankLink, keepFetch, keepTokens } from "#/db/writes/bank.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { insertStatement } from "#/db/writes/statements.ts";
import type { BankFailure, Fetched, Period, StatementSource } from "#/lib/bank/statement-source.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { bankCodeOf } from "#/lib/requisites/iban.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { lineKeys } from "#/lib/statement/identity.ts";
import type { Statement } from "#/lib/statement/statement.ts";
import { openToken, sealedTokens } from "./tokens.ts";

const ACTOR = { kind: "system", job: "bank" } as const;
/** Renewed a minute before its end, so that no page of a walk meets a dead token. */
const SPARE_MS = 60_000;
/** The first fetch, and the furthest back after a long absence: older days come as a file. */
const [FIRST_DAYS, MOST_DAYS] = [7, 31];
const AGAIN_DAYS = 3;

export type Times = { now: Date; real: Date };

const GONE: BankFailure = { code: "bank.consent_gone", again: false };
/** Another worker asks the bank at this moment: nothing is wrong, and there is nothing to say of it. */
const HELD: BankFailure = { code: "bank.busy", again: true };

/**
 * Keeps the consent alive: each pair of tokens is renewed when its hour is over, and committed before anything else is done with
 * it, because the bank takes a refresh token once. Gives the access token.
 */
export function freshAccess(
  db: Db,
  source: StatementSource,
  { now, real }: Times,
  force = false,
): Promise<Result<string, BankFailure>> {
  return asJob(db, ACTOR.job, async (tx) => {
    const link = await takeBankLink(tx);
    if (!link) return err(HELD);
    if (link.brokenCode !== null) return err(GONE);
    const access = openToken(link.access);
    if (!force && access && link.accessUntil && link.accessUntil.getTime() - SPARE_MS > real.getTime())
      return ok(access);
    const refresh = openToken(link.refresh);
    const next = refresh === null ? err(GONE) : await source.refresh(refresh);
    if (next.ok) {
      await keepTokens(tx, sealedTokens({ ...next.value, refresh: next.value.refresh ?? refresh }, real));
      return ok(next.value.access);
    }
    // Away for a moment is no broken consent: the next minute tries again.
    if (!next.error.again) await breakBankLink(tx, next.error.code, { actor: ACTOR, origin: NO_ORIGIN, now });
    return next;
  });
}

/** Fetches each account of the seller at this bank, whole days up to today; every try leaves a row that says what came of it. */
export async function fetchFromBank(db: Db, source: StatementSource, times: Times): Promise<void> {
  const accounts = await asJob(db, ACTOR.job, (tx) => sellerAccounts(tx));
  for (const account of accounts.filter((one) => bankCodeOf(one) === "ALFA"))
    await fetchAccount(db, source, account, times);
}

async function fetchAccount(db: Db, source: StatementSource, account: string, times: Times): Promise<void> {
  const period = await asJob(db, ACTOR.job, (tx) => periodOf(tx, account, times.now));
  const fetched = await ask(db, source, period, times);
  if (!fetched.ok && fetched.error === HELD) return;
  await asJob(db, ACTOR.job, async (tx) => {
    // One at a time: of two fetches of the same days the second finds nothing new.
    if (!(await takeBankLink(tx))) return;
    const asked = { account, dayFrom: period.from, dayTo: period.to };
    if (fetched.ok)
      await keepFetch(tx, { ...asked, ...(await take(tx, period, fetched.value, times.now)) }, who(times));
    else
      await keepFetch(
        tx,
        {
          ...asked,
          ...{ outcome: "failed", lines: 0, newLines: 0 },
          ...{ code: fetched.error.code, params: fetched.error.params ?? null },
        },
        who(times),
      );
  });
}

const who = ({ now }: Times) => ({ actor: ACTOR, now });

/** A token may die before its hour: then it is renewed once, and the question is asked again. */
async function ask(
  db: Db,
  source: StatementSource,
  period: Period,
  times: Times,
): Promise<Result<Fetched, BankFailure>> {
  for (const force of [false, true]) {
    const access = await freshAccess(db, source, times, force);
    if (!access.ok) return access;
    const fetched = await source.fetch(access.value, period);
    if (fetched.ok || fetched.error.code !== "bank.unauthorised") return fetched;
  }
  return err({ code: "bank.unauthorised", again: false });
}

/** From some days before the last answer, whole again: its evening was still to come, and banks enter operations late. */
async function periodOf(tx: Tx, account: string, now: Date): Promise<Period> {
  const to = dayInMinsk(now);
  const last = await fetchedThrough(tx, account);
  const earliest = addDays(to, -MOST_DAYS);
  const from = last ? addDays(last, -AGAIN_DAYS) : addDays(to, -FIRST_DAYS);
  return { account, from: from < earliest ? earliest : from > to ? to : from, to };
}

/** The same way in as a file's: bytes kept, statement, payments, matching. What brings nothing new leaves no statement. */
async function take(tx: Tx, { account, from, to }: Period, { lines, raw }: Fetched, now: Date) {
  const nothing = { outcome: "nothing" as const, lines: lines.length, newLines: 0 };
  if (lines.length === 0) return nothing;
  const statement = await aligned(tx, await balanced(tx, account, from, to, lines));
  const keys = lineKeys(statement);
  if ((await knownKeys(tx, keys)).size === keys.length) return nothing;
  const file = await insertFile(tx, ACTOR, now, {
    ...{ partyId: null, kind: "statement", name: `alfa-${from}-${to}.json`, mediaType: "application/json", bytes: raw },
  });
  const done = await insertStatement(tx, statement, file!, { actor: ACTOR, origin: NO_ORIGIN, now });
  return { outcome: "taken" as const, lines: lines.length, newLines: done.new, statementId: done.statementId };
}

/**
 * The interface states no balances. The opening is carried over from the statement before these days, and the closing follows
 * from it: true only if nothing is missing, which nobody here can prove. Without a statement before, not even that.
 */
async function balanced(
  tx: Tx,
  account: string,
  dateFrom: Day,
  dateTo: Day,
  lines: Fetched["lines"],
): Promise<Statement> {
  const last = await statementBefore(tx, account, dateFrom);
  const before = last?.balances === "unknown" ? null : last;
  const sum = (side: "credit" | "debit") =>
    lines.reduce((all, line) => (line.side === side ? all + line.amount : all), 0n);
  const [credits, debits, opening] = [sum("credit"), sum("debit"), before?.closing ?? 0n];
  return {
    ...{ format: "alfa-api", account, currency: "BYN", dateFrom, dateTo, lines },
    ...{ opening, closing: opening + credits - debits, credits, debits },
    balances: before ? "carried" : "unknown",
  };
}
