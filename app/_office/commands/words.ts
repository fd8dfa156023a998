import { LARGEST_SUM } from "#/lib/money/kopecks.ts";
import { amountInWords, type WordsLanguage } from "#/lib/money/words.ts";
import { type Command, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

const isLanguage = (value: unknown): value is WordsLanguage => value === "ru" || value === "be" || value === "en";

export const words: Command = {
  options: { lang: { type: "string", default: "ru" } },
  run({ positionals: [kopecks = "", ...more], values: { lang } }) {
    if (!/^\d+$/.test(kopecks) || more.length > 0) throw new WrongCall("сумма — целое число копеек, например 123456");
    if (!isLanguage(lang)) throw new WrongCall("язык — ru, be или en");
    const sum = BigInt(kopecks);
    if (sum > LARGEST_SUM) {
      const reason = "money.too_large";
      return { ok: false, json: { text: null, reason }, text: refusalText(reason) };
    }
    const text = amountInWords(sum, lang);
    return { ok: true, json: { text }, text };
  },
};
