import "server-only";

import { setTimeout as sleep } from "node:timers/promises";
import { z } from "zod";

import type { Day } from "#/lib/calendar/day.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import { type AlfaPage, lineOf, readPage, rowsOf } from "./alfa-rows.ts";
import type { BankFailure, BankTokens, Period, StatementSource } from "./statement-source.ts";

export type AlfaClient = { url: string; clientId: string; clientSecret: string; redirectUri: string };
type Patience = { timeoutMs: number; betweenMs: number; busyMs: number; tries: number };

const STATEMENT = "/partner/1.2.0/accounts/statement";
const MAX_ANSWER = 16 * 1024 * 1024;
/** Of a hundred rows each, for the days since the last fetch; the worst working day of the house is a tenth of it. */
const MAX_PAGES = 200;

const tokens = z.object({
  access_token: z.string().min(1),
  expires_in: z.coerce.number().positive().max(86_400).default(3600),
  refresh_token: z.string().min(1).nullish(),
});
const refusal = z.object({ error: z.string() });

const dotted = (day: Day) => day.split("-").reverse().join(".");
const failed = (code: BankFailure["code"], again: boolean): BankFailure => ({ code, again });

/**
 * Alfa-Bank's Open API (partner.accounts 1.2.0): OAuth 2.0 by a person's consent, statements page by page. The bank allows a
 * hundred requests a minute to a client, so they are a pause apart. Neither tokens nor the secret stand in an address, a log or
 * a failure; nothing follows a redirect.
 */
export function alfaSource(client: AlfaClient, patience: Partial<Patience> = {}): StatementSource {
  const { timeoutMs = 20_000, betweenMs = 750, busyMs = 5_000, tries = 3 } = patience;
  let last = Number.NEGATIVE_INFINITY;

  async function ask(address: URL, init: RequestInit): Promise<Result<{ status: number; text: string }, BankFailure>> {
    const wait = last + betweenMs - performance.now();
    if (wait > 0) await sleep(wait);
    last = performance.now();
    try {
      const signal = AbortSignal.timeout(timeoutMs);
      const response = await fetch(address, { ...init, redirect: "error", signal });
      return await whole(response);
    } catch (error) {
      const timeout = error instanceof Error && error.name === "TimeoutError";
      return err(failed(timeout ? "bank.timeout" : "bank.unavailable", true));
    }
  }

  async function token(form: Record<string, string>): Promise<Result<BankTokens, BankFailure>> {
    const body = new URLSearchParams({ ...form, client_id: client.clientId, client_secret: client.clientSecret });
    const answer = await ask(new URL("/token", client.url), { method: "POST", body });
    if (!answer.ok) return answer;
    const { status, text } = answer.value;
    const value = json(text);
    if (status === 200) {
      const read = tokens.safeParse(value);
      if (!read.success) return err(failed("bank.bad_answer", true));
      const { access_token: access, expires_in: accessSeconds, refresh_token: next } = read.data;
      return ok({ access, accessSeconds, refresh: next ?? null });
    }
    const why = refusal.safeParse(value).data?.error;
    if (status === 400 && why === "invalid_grant") return err(failed("bank.consent_gone", false));
    if (status === 401 || why === "invalid_client" || why === "unauthorized_client")
      return err(failed("bank.client_refused", false));
    return err(refused(status));
  }

  /** A page is only read, so it is asked for again while the bank is busy or away. */
  async function page(access: string, period: Period, pageNo: number): Promise<Result<AlfaPage, BankFailure>> {
    const address = new URL(STATEMENT, client.url);
    const { account, from, to } = period;
    const query = { number: account, dateFrom: dotted(from), dateTo: dotted(to), transactions: "0" };
    address.search = String(new URLSearchParams({ ...query, pageNo: String(pageNo), pageRowCount: "0" }));
    for (let n = 1; ; n++) {
      const answer = await ask(address, { headers: { authorization: `Bearer ${access}`, accept: "application/json" } });
      if (answer.ok && answer.value.status === 200) return readPage(answer.value.text);
      const failure = answer.ok ? refused(answer.value.status) : answer.error;
      if (!failure.again || n >= tries) return err(failure);
      await sleep(busyMs * n);
    }
  }

  /** Until a page is empty, or two in a row bring nothing that earlier ones did not: the first may have two numbers. */
  async function pages(access: string, period: Period): Promise<Result<AlfaPage[], BankFailure>> {
    const found: AlfaPage[] = [];
    const seen = new Set<string>();
    for (let pageNo = 0, repeated = 0; pageNo < MAX_PAGES; pageNo++) {
      const one = await page(access, period, pageNo);
      if (!one.ok) return one;
      if (one.value.rows.length === 0) return ok(found);
      const rows = JSON.stringify(one.value.rows);
      repeated = seen.has(rows) ? repeated + 1 : 0;
      if (repeated === 2) return ok(found);
      if (repeated === 0) found.push(one.value);
      seen.add(rows);
    }
    return err(failed("bank.too_much", false));
  }

  return {
    consentUrl(state) {
      const address = new URL("/authorize", client.url);
      const asked = { response_type: "code", client_id: client.clientId, scope: "accounts" };
      address.search = String(new URLSearchParams({ ...asked, redirect_uri: client.redirectUri, state }));
      return address.href;
    },
    exchange: (code) => token({ grant_type: "authorization_code", code, redirect_uri: client.redirectUri }),
    refresh: (refresh) => token({ grant_type: "refresh_token", refresh_token: refresh }),
    async fetch(access, period) {
      const found = await pages(access, period);
      if (!found.ok) return found;
      const lines: StatementLine[] = [];
      for (const row of rowsOf(found.value)) {
        const line = lineOf(row, period, lines.length + 1);
        if (!line.ok) return line;
        lines.push(line.value);
      }
      const raw = `[${found.value.map(({ raw }) => raw).join(",\n")}]`;
      return ok({ lines, raw: new TextEncoder().encode(raw) });
    },
  };
}

function refused(status: number): BankFailure {
  if (status === 401 || status === 403) return failed("bank.unauthorised", false);
  if (status === 429) return failed("bank.busy", true);
  return status >= 500 ? failed("bank.unavailable", true) : failed("bank.bad_answer", false);
}

function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

async function whole(response: Response): Promise<Result<{ status: number; text: string }, BankFailure>> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > MAX_ANSWER) return err(failed("bank.too_much", false));
    chunks.push(chunk);
  }
  return ok({ status: response.status, text: Buffer.concat(chunks).toString("utf8") });
}
