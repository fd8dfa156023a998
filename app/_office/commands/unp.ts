import { checkUnp } from "#/lib/requisites/unp.ts";
import { type Command, onlyText } from "../command.ts";
import { refusalText } from "../refusal.ts";

const KINDS = { organisation: "организация или ИП", individual: "физическое лицо" };

export const unp: Command = {
  run(call) {
    const check = checkUnp(onlyText(call, "УНП"));
    const { valid, value, reason } = check;
    const text = check.valid
      ? `УНП ${value} верен: ${KINDS[check.kind]}`
      : refusalText(check.reason, { expected: check.expectedCheckDigit ?? "" });
    return { ok: valid, json: { valid, value, reason }, text };
  },
};
