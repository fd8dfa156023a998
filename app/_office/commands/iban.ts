import { checkIban, formatIban } from "#/lib/requisites/iban.ts";
import { type Command, onlyText } from "../command.ts";
import { refusalText } from "../refusal.ts";

export const iban: Command = {
  run(call) {
    const check = checkIban(onlyText(call, "номер счёта"));
    const { valid, value, reason, bank } = check;
    const owner = bank ? `${bank.name}, ${bank.bic}` : "банка нет в таблице";
    const text = check.valid ? `Счёт ${formatIban(value)} верен: ${owner}` : refusalText(check.reason);
    return { ok: valid, json: { valid, value, bic: bank?.bic ?? null, bank: bank?.name ?? null, reason }, text };
  },
};
