import { readFile, stat } from "node:fs/promises";

import { readStatement } from "#/app/_statements/read-statement.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { statementProfileList } from "#/db/queries/statement-profiles.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { errorWords } from "#/lib/messages/messages.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { err, type Result } from "#/lib/result.ts";
import { parseStatement } from "#/lib/statement/parse.ts";
import {
  STATEMENT_MAX_BYTES,
  type Statement,
  type StatementLine,
  type StatementRefusal,
} from "#/lib/statement/statement.ts";
import { openTable } from "#/lib/statement/table/open-table.ts";
import type { Sheet } from "#/lib/statement/table/sheet.ts";
import { headingsGuess } from "#/lib/statement/table/suggest.ts";
import { type Answer, type Command, onlyText, WrongCall } from "../command.ts";

/** Banks' own formats need no database; a table is read through a profile, which lies there. */
export const statementParse: Command = {
  options: { profile: { type: "string" } },
  async run(call) {
    const file = onlyText(call, "файл выписки");
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new WrongCall(`нет такого файла: ${file}`);
    // Asked before reading: a file of gigabytes is refused, not read into memory to be refused.
    if (found.size > STATEMENT_MAX_BYTES)
      return refused({ code: "statement.too_large", params: { bytes: found.size, limit: STATEMENT_MAX_BYTES } });
    const bytes = await readFile(file);
    const named = typeof call.values.profile === "string" ? call.values.profile : null;
    const table = await openTable(bytes);
    if (!table.ok) return refused(table.error);
    const parsed = table.value ? await throughProfile(table.value, bytes, named) : parseStatement(bytes);
    return parsed.ok ? { ok: true, json: asJson(parsed.value), text: asText(parsed.value) } : refused(parsed.error);
  },
};

const OFFICE = { kind: "system", job: "office" } as const;

/** The profile by its name, else the one that knows the headings; where no database is at hand there is none. */
async function throughProfile(
  sheet: Sheet,
  bytes: Uint8Array,
  name: string | null,
): Promise<Result<Statement, StatementRefusal>> {
  if (!process.env.APP_DATABASE_URL)
    return err({ code: "statement.table_no_profile", params: { headings: headingsGuess(sheet).slice(0, 200) } });
  try {
    return await inTenant(
      database(),
      OFFICE,
      async (tx) => {
        const profile = name === null ? null : (await statementProfileList(tx)).find((one) => one.name === name);
        if (profile === undefined) throw new WrongCall(`нет профиля с названием «${name}»`);
        return readStatement(tx, { id: null, bytes }, profile ? { profile } : {});
      },
      { readOnly: true },
    );
  } finally {
    await closeDatabase();
  }
}

function refused({ code, params }: StatementRefusal): Answer {
  const message = errorWords("ru")(code, params);
  return { ok: false, json: { reason: code, params: params ?? {}, message }, text: `Отказ: ${message} (${code})` };
}

/** Kopecks as numbers: the largest sum read is far below 2^53. */
const asJson = ({ format, account, currency, dateFrom, dateTo, lines, ...sums }: Statement) => ({
  ...{ format, account, currency, dateFrom, dateTo },
  ...{ opening: Number(sums.opening), closing: Number(sums.closing) },
  ...{ credits: Number(sums.credits), debits: Number(sums.debits) },
  lines: lines.map((line) => ({ ...line, amount: Number(line.amount) })),
});

const oneLine = ({ creditDate, side, amount, documentNumber, payer, purpose }: StatementLine) =>
  `${formatDay(creditDate)}  ${side === "credit" ? "+" : "−"}${formatAmount(amount)}  № ${documentNumber}  ${payer.name}  ${purpose}`;

const asText = (statement: Statement) =>
  [
    `${statement.account}, ${formatDay(statement.dateFrom)} – ${formatDay(statement.dateTo)} (${statement.format})`,
    ...statement.lines.map(oneLine),
    `остаток ${formatAmount(statement.opening)} + ${formatAmount(statement.credits)} − ${formatAmount(statement.debits)} = ${formatAmount(statement.closing)} BYN`,
  ].join("\n");
