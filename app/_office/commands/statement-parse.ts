import { readFile, stat } from "node:fs/promises";

import { formatDay } from "#/lib/calendar/format.ts";
import { errorWords } from "#/lib/messages/messages.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { parseStatement } from "#/lib/statement/parse.ts";
import {
  STATEMENT_MAX_BYTES,
  type Statement,
  type StatementLine,
  type StatementRefusal,
} from "#/lib/statement/statement.ts";
import { type Answer, type Command, onlyText, WrongCall } from "../command.ts";

export const statementParse: Command = {
  async run(call) {
    const file = onlyText(call, "файл выписки");
    const found = await stat(file).catch(() => null);
    if (!found?.isFile()) throw new WrongCall(`нет такого файла: ${file}`);
    // Asked before reading: a file of gigabytes is refused, not read into memory to be refused.
    if (found.size > STATEMENT_MAX_BYTES)
      return refused({ code: "statement.too_large", params: { bytes: found.size, limit: STATEMENT_MAX_BYTES } });
    const parsed = parseStatement(await readFile(file));
    return parsed.ok ? { ok: true, json: asJson(parsed.value), text: asText(parsed.value) } : refused(parsed.error);
  },
};

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
