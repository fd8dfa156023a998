import type { Field } from "./mapping.ts";

/**
 * How banks head their columns in Russian, Belarusian and English, folded. The first field whose words fit takes the
 * column, so the narrower meaning stands first: "дата документа" before "дата", "унп корреспондента" before "корреспондент".
 */
export const HEADINGS: [Field, RegExp][] = [
  ["documentDate", /дата (?:док|плат|п п)|дата дакум|document date|doc date/],
  [
    "date",
    /^дата$|дата (?:опер|зачисл|пров|учет|аперац|залич|валют|движ|соверш)|^date$|(?:posting|booking|operation|value|transaction) date/,
  ],
  [
    "bankId",
    /(?:id|ид|идентификатор|референс) ?(?:опер|аперац|тр[ао]нз|операции)?|operation id|transaction id|reference/,
  ],
  ["unp", /унп|учн|инн|unp|tax(?:payer)? (?:id|number)/],
  ["bic", /бик|bic|swift|код банк/],
  ["currency", /валют|currency|^ccy$/],
  ["account", /(?:наш|свой|собств|own|our) (?:счет|рахунак|account)|счет владел/],
  ["iban", /счет|рахун|iban|account/],
  ["number", /(?:^|[^\p{L}])(?:no|n|номер|нумар)(?: |$)|номер|нумар|document no|doc no|^number$|^документ$/u],
  [
    "side",
    /^(?:д к|дт кт|тип|вид|признак|направл|сторона|прыкмета|накірунак)|дебет кредит|debit credit|direction|^side$|^type$/,
  ],
  ["credit", /кредит|крэдыт|приход|прыход|поступ|паступ|зачисл|credit|^in$|incoming/],
  ["debit", /дебет|дэбет|расход|расход|списан|спісан|debit|^out$|outgoing/],
  ["sum", /сумм|^сума|amount|^sum$/],
  ["purpose", /назнач|прызнач|основан|содержан|змест|purpose|details|description|narrative/],
  [
    "payer",
    /плател|плац|корреспонд|карэспанд|контраг|контрагент|получател|атрымал|наимен|назва|counterparty|payer|name/,
  ],
];

export const OPENING = /входящ|на начало|начальн|уваходн|на пачатак|opening|^остаток на \d/;
export const CLOSING = /исходящ|на конец|конечн|зыходн|на канец|closing/;

/** How a total or a signature begins: no row of money. */
export const SKIP_WORDS = ["Итого", "Всего", "Обороты", "Входящий", "Исходящий", "Остаток", "Разам", "Усяго", "Total"];

const CREDIT_SIDE = new Set([
  "c",
  "cr",
  "credit",
  "к",
  "кт",
  "кредит",
  "крэдыт",
  "приход",
  "прыход",
  "поступление",
  "зачисление",
  "in",
]);
const DEBIT_SIDE = new Set(["d", "db", "dr", "dt", "debit", "д", "дт", "дебет", "дэбет", "расход", "списание", "out"]);

/** Latin twins of Cyrillic letters are read as the word they are in: "C" of either alphabet is a credit. */
export function sideOf(text: string): "credit" | "debit" | null {
  const plain = text
    .toLowerCase()
    .replace(/[^\p{L}+\u2212-]/gu, "")
    .replace(/^с$/, "c");
  if (plain === "+" || CREDIT_SIDE.has(plain)) return "credit";
  return plain === "-" || plain === "\u2212" || DEBIT_SIDE.has(plain) ? "debit" : null;
}
