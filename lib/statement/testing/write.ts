import { type Kopecks, toDecimal } from "#/lib/money/kopecks.ts";
import type { StatementLine } from "../statement.ts";

/** Writers of the two formats, for tests: what they write is what banks print, no more. */
export const ACCOUNT = "BY03ALFA30122J07130010270000";
export const OPENING = 125_040n;

const dotted = (day: string) => day.split("-").reverse().join(".");

export const totalsOf = (lines: readonly StatementLine[]) => {
  let credits = 0n;
  let debits = 0n;
  for (const line of lines)
    if (line.side === "credit") credits += line.amount;
    else debits += line.amount;
  return { credits, debits };
};

const period = (lines: readonly StatementLine[]) => {
  const days = lines.map((line) => line.creditDate).sort();
  return { from: dotted(days[0] ?? "2026-04-16"), to: dotted(days.at(-1) ?? "2026-04-16") };
};

const operation = (line: StatementLine): string =>
  [
    `^DocDate=${dotted(line.documentDate)}^`,
    `^Num=${line.documentNumber}^`,
    `^Code=${line.payer.bic ?? ""}^`,
    `^Acc=${line.payer.iban ?? ""}^`,
    ...(line.bankId ? [`^OperationID=${line.bankId}^`] : []),
    `^Db=${toDecimal(line.side === "debit" ? line.amount : 0n)}^`,
    `^Credit=${toDecimal(line.side === "credit" ? line.amount : 0n)}^`,
    `^KorUNP=${line.payer.unp ?? ""}^`,
    `^KorName=${line.payer.name}^`,
    `^Nazn=${line.purpose.slice(0, 40)}^`,
    `^Nazn2=${line.purpose.slice(40)}^`,
    `^OpDate=${dotted(line.creditDate)}^`,
  ].join("\r\n");

export function type4(lines: readonly StatementLine[], opening: Kopecks = OPENING): string {
  const { credits, debits } = totalsOf(lines);
  const { from, to } = period(lines);
  return [
    `***** ^Type=4^ ^Acc=${ACCOUNT}^  -  Выписка по счёту за период`,
    ...["[IN_PARAM]", `^DateBegin=${from}^`, `^DateEnd=${to}^`, "[OUT_PARAM]", `^RestIn=${toDecimal(opening)}^`],
    ...lines.map(operation),
    ...[
      `^DB=${toDecimal(debits)}^`,
      `^CR=${toDecimal(credits)}^`,
      `^RestOut=${toDecimal(opening + credits - debits)}^`,
    ],
    "####################################",
    "",
  ].join("\r\n");
}

const document = (line: StatementLine): string => {
  const [own, other] = line.side === "credit" ? ["Получатель", "Плательщик"] : ["Плательщик", "Получатель"];
  return [
    "СекцияДокумент=Платежное поручение",
    `Номер=${line.documentNumber}`,
    `Дата=${dotted(line.documentDate)}`,
    `Сумма=${toDecimal(line.amount)}`,
    `${own}Счет=${ACCOUNT}`,
    `${other}Счет=${line.payer.iban ?? ""}`,
    `${other}ИНН=${line.payer.unp ?? ""}`,
    `${other}1=${line.payer.name}`,
    `${other}БИК=${line.payer.bic ?? ""}`,
    `${line.side === "credit" ? "ДатаПоступило" : "ДатаСписано"}=${dotted(line.creditDate)}`,
    `НазначениеПлатежа=${line.purpose}`,
    "КонецДокумента",
  ].join("\r\n");
};

export function oneC(lines: readonly StatementLine[], opening: Kopecks = OPENING): string {
  const { credits, debits } = totalsOf(lines);
  const { from, to } = period(lines);
  return [
    ...["1CClientBankExchange", "ВерсияФормата=1.03", "Кодировка=Windows"],
    ...["СекцияРасчСчет", `ДатаНачала=${from}`, `ДатаКонца=${to}`, `РасчСчет=${ACCOUNT}`],
    ...[
      `НачальныйОстаток=${toDecimal(opening)}`,
      `ВсегоПоступило=${toDecimal(credits)}`,
      `ВсегоСписано=${toDecimal(debits)}`,
    ],
    ...[`КонечныйОстаток=${toDecimal(opening + credits - debits)}`, "КонецРасчСчет"],
    ...lines.map(document),
    "КонецФайла",
    "",
  ].join("\r\n");
}
