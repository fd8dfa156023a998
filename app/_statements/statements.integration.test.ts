import { createHash } from "node:crypto";

import { sql } from "drizzle-orm";
import { afterAll, describe, expect, test } from "vitest";
import { fetchFromBank, freshAccess } from "#/app/_bank/fetch.ts";
import { sealedTokens, stateHash } from "#/app/_bank/tokens.ts";
import { pollBank } from "#/app/_jobs/poll-bank.ts";
import { importStatement } from "#/app/_payments/import-statement.ts";
import { makeStaff } from "#/app/_testing/fixtures.ts";
import { inTenant, type Tx } from "#/db/client.ts";
import { bankFetchList, bankLink, takeBankLink } from "#/db/queries/bank.ts";
import { payments, statements } from "#/db/schema/index.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { askConsent, askFetch, connectBank } from "#/db/writes/bank.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { keepReading, profileInTheWay, removeProfile, saveProfile } from "#/db/writes/statement-profiles.ts";
import { alfaSource } from "#/lib/bank/alfa.ts";
import { alfaRow, localAlfa } from "#/lib/bank/testing/alfa-bank.ts";
import { asDay } from "#/lib/calendar/day.ts";
import type { StatementLine } from "#/lib/statement/statement.ts";
import { fingerprintOf } from "#/lib/statement/table/headings.ts";
import { csvOf, HEAD, MAPPING, tableOf } from "#/lib/statement/table/testing/tables.ts";
import { encode } from "#/lib/statement/testing/encode.ts";
import { ACCOUNT, type4 } from "#/lib/statement/testing/write.ts";
import { checkMapping } from "./checked-mapping.ts";

const { db, appUrl } = await testDatabase();
process.env.APP_DATABASE_URL ??= appUrl;
process.env.AUTH_SECRET ??= "secret of the test, longer than thirty-two letters";
process.env.APP_MODE ??= "test";
const bank = await localAlfa();
afterAll(() => bank.close());
const now = new Date("2026-04-17T12:00:00+03:00");
const accountant = await makeStaff(db, "accountant");
const who = { actor: accountant, origin: NO_ORIGIN, now };
const house = <T>(work: (tx: Tx) => Promise<T>) => inTenant(db, accountant, work);

const line = (n: number, more: Partial<StatementLine> = {}): StatementLine => ({
  ...{
    documentNumber: `K${n}`,
    documentDate: asDay("2026-04-16"),
    creditDate: asDay("2026-04-16"),
    amount: 1000n + BigInt(n),
  },
  payer: { name: "ООО РОМАШКА", unp: "190000018", iban: "BY48AKBB30120000000000000001", bic: "AKBBBY2X" },
  ...{ side: "credit", purpose: `Оплата по счету, платеж ${n}`, bankId: null, position: n, ...more },
});

const keep = (tx: Tx, bytes: Uint8Array) =>
  insertFile(tx, accountant, now, {
    ...{ partyId: null, kind: "statement", name: "v" },
    mediaType: "text/plain",
    bytes,
  });
const bring = (bytes: Uint8Array) =>
  house(async (tx) => {
    const file = await keep(tx, bytes);
    const sha256 = createHash("sha256").update(bytes).digest("hex");
    return { fileId: file!.id, result: await importStatement(tx, { id: file!.id, sha256, bytes }, who) };
  });

test("profiles, readings and the line to the bank are the house's alone; what the bank was asked never changes", async () => {
  const customer = { kind: "customer", partyId: crypto.randomUUID(), userId: "x" } as const;
  for (const table of ["statement_profiles", "statement_readings", "bank_links", "bank_fetches"]) {
    const read = inTenant(db, customer, (tx) => tx.execute(sql.raw(`select * from ${table}`)));
    await expect(read, table).rejects.toMatchObject({ cause: { code: "42501" } });
    const dropped = house((tx) => tx.execute(sql.raw(`delete from ${table}`)));
    await expect(dropped, table).rejects.toMatchObject({ cause: { code: "42501" } });
  }
  const changed = house((tx) => tx.execute(sql.raw("update bank_fetches set outcome = 'nothing'")));
  await expect(changed).rejects.toMatchObject({ cause: { code: "42501" } });
});

describe("profiles of tables", () => {
  const lines = [line(1), line(2), line(3, { side: "debit" })];
  const bytes = encode(csvOf(tableOf(lines)), "windows-1251");
  const wanted = { name: "Банк, CSV", fingerprint: fingerprintOf(HEAD), mapping: MAPPING };

  test("a table nobody described is refused; described once, it and the next are taken; removed, refused again", async () => {
    expect((await bring(bytes)).result).toMatchObject({ error: { code: "statement.table_no_profile" } });
    const fileId = await house(async (tx) => (await keep(tx, bytes))!.id);
    const checked = await house((tx) => checkMapping(tx, accountant, fileId, MAPPING));
    expect(checked).toMatchObject({
      ok: true,
      value: { fingerprint: wanted.fingerprint, statement: { lines: { length: 3 } } },
    });

    const id = await house((tx) => saveProfile(tx, wanted, null, who));
    expect(await house((tx) => profileInTheWay(tx, wanted, undefined))).toBe(wanted.name);
    expect(await house((tx) => profileInTheWay(tx, wanted, id!))).toBeNull();
    expect((await bring(bytes)).result).toMatchObject({ value: { new: 3, duplicates: 0 } });
    // The same days as the bank's own format: nothing twice, though that one knows no document day of its own.
    expect((await bring(encode(type4(lines), "windows-1251"))).result).toMatchObject({
      value: { new: 0, duplicates: 3 },
    });

    expect(await house((tx) => saveProfile(tx, { ...wanted, name: "Иначе" }, { id: id!, version: 9 }, who))).toBeNull();
    expect(await house((tx) => removeProfile(tx, { id: id!, version: 1 }, who))).toBe(true);
    expect(await house((tx) => removeProfile(tx, { id: id!, version: 2 }, who))).toBe(false);
    const next = encode(csvOf(tableOf([line(9)])));
    expect((await bring(next)).result).toMatchObject({ error: { code: "statement.table_no_profile" } });
  });

  test("balances that the table does not print are said for the file, and must hold", async () => {
    const mapping = { ...MAPPING, balances: null };
    const id = await house((tx) => saveProfile(tx, { ...wanted, name: "Без остатков", mapping }, null, who));
    const rows = encode(csvOf(tableOf([line(21)])));
    const first = await bring(rows);
    expect(first.result).toMatchObject({ error: { code: "statement.table_no_balances" } });
    const say = (closing: bigint) =>
      house(async (tx) => {
        await keepReading(tx, { fileId: first.fileId, profileId: id!, balances: { opening: 0n, closing } }, who);
        const file = { id: first.fileId, sha256: createHash("sha256").update(rows).digest("hex"), bytes: rows };
        return importStatement(tx, file, who);
      });
    expect(await say(1n)).toMatchObject({ error: { code: "statement.balance" } });
    expect(await say(1021n)).toMatchObject({ value: { new: 1 } });
  });
});

describe("the line to the bank", () => {
  const source = alfaSource(bank.client, { timeoutMs: 300, betweenMs: 0, busyMs: 1, tries: 1 });
  const real = new Date();
  let minute = 0;
  /** Each time that the bank is asked is later than the one before; tokens live by the other clock. */
  const at = (hours = 0) => ({
    now: new Date(now.getTime() + ++minute * 60_000),
    real: new Date(real.getTime() + hours * 3_600_000),
  });
  const link = () => house(bankLink);
  const last = async () => (await house(bankFetchList))[0];
  const row = (n: number, more = {}) =>
    alfaRow(ACCOUNT, {
      docId: `D${n}`,
      docNum: `B${n}`,
      amount: 10 + n,
      purpose: `Оплата по счету, платеж ${n}`,
      ...more,
    });

  async function connect() {
    bank.state.code = "code-1";
    const hash = stateHash("state-1", accountant.userId);
    await house((tx) => askConsent(tx, hash, who));
    const tokens = await source.exchange("code-1");
    if (!tokens.ok) throw new Error(tokens.error.code);
    expect(
      await house((tx) =>
        connectBank(tx, stateHash("other", accountant.userId), sealedTokens(tokens.value, real), who),
      ),
    ).toBe(false);
    expect(await house((tx) => connectBank(tx, hash, sealedTokens(tokens.value, real), who))).toBe(true);
    // A state is good once.
    expect(await house((tx) => connectBank(tx, hash, sealedTokens(tokens.value, real), who))).toBe(false);
  }

  test("nobody connected: nothing is asked", async () => {
    await pollBank(db, at(), source);
    expect(bank.state.asked).toEqual([]);
  });

  test("connected, it fetches; tokens lie sealed; a repeat and a file of the same days bring nothing twice", async () => {
    await connect();
    const kept = JSON.stringify(await link());
    expect(kept).not.toContain(bank.state.access);
    expect(kept).not.toContain(bank.state.refresh);
    bank.state.rows = [row(1), row(2), row(3, { operType: "D" })];
    await pollBank(db, at(), source);
    expect(await last()).toMatchObject({
      outcome: "taken",
      lines: 3,
      newLines: 3,
      dayTo: "2026-04-17",
      account: ACCOUNT,
    });
    expect((await link())?.fetchAskedAt).toBeNull();
    const [statement] = await house((tx) => tx.select().from(statements).orderBy(statements.importedAt));
    expect(statement).toBeDefined();

    await fetchFromBank(db, source, at());
    expect(await last()).toMatchObject({ outcome: "nothing", lines: 3 });
    const before = (await house((tx) => tx.select().from(payments))).length;
    const same = [1, 2, 3].map((n) =>
      line(n, {
        ...{ documentNumber: `B${n}`, amount: 1000n + 100n * BigInt(n), bankId: `OPID${n}` },
        side: n === 3 ? "debit" : "credit",
      }),
    );
    const file = await bring(encode(type4([...same, line(44, { bankId: "OPID44" })]), "windows-1251"));
    expect(file.result).toMatchObject({ value: { new: 1, duplicates: 3 } });
    expect((await house((tx) => tx.select().from(payments))).length).toBe(before + 1);
  });

  test("a token that died early is renewed once; each pair is kept before it is used", async () => {
    bank.state.access = "died";
    await fetchFromBank(db, source, at());
    expect(await last()).toMatchObject({ outcome: "nothing" });
    const { tokens } = bank.state;
    expect(await freshAccess(db, source, at(2))).toEqual({ ok: true, value: `access-${tokens + 1}` });
  });

  test("while another worker asks the bank, nothing is asked and nothing is said to be wrong", async () => {
    const before = await house(bankFetchList);
    const { length } = bank.state.asked;
    await house(async (tx) => {
      await takeBankLink(tx);
      expect(await freshAccess(db, source, at())).toMatchObject({ error: { code: "bank.busy", again: true } });
      await fetchFromBank(db, source, at());
    });
    expect(await house(bankFetchList)).toEqual(before);
    expect(bank.state.asked).toHaveLength(length);
  });

  test("an error at HTTP 200 is a failure with the bank's words; a moment away breaks nothing; a gone consent asks for a person", async () => {
    bank.state.trouble = "errors-at-200";
    await fetchFromBank(db, source, at());
    expect(await last()).toMatchObject({
      outcome: "failed",
      code: "bank.said_no",
      params: { text: expect.stringContaining("закрыт") },
    });
    bank.state.trouble = "down";
    expect(await freshAccess(db, source, at(9))).toMatchObject({ error: { code: "bank.unavailable" } });
    expect((await link())?.brokenCode).toBeNull();
    Object.assign(bank.state, { trouble: null, refreshGone: true });
    await fetchFromBank(db, source, at(9));
    expect(await last()).toMatchObject({ outcome: "failed", code: "bank.consent_gone" });
    expect(await link()).toMatchObject({ brokenCode: "bank.consent_gone", access: null, refresh: null });
    expect(await house((tx) => askFetch(tx, now))).toBe(false);
    const { length } = bank.state.asked;
    await pollBank(db, at(9), source);
    expect(bank.state.asked.length).toBe(length);
    bank.state.refreshGone = false;
    await connect();
    expect(await link()).toMatchObject({ brokenCode: null, access: expect.stringMatching(/^v1\./) });
  });
});
