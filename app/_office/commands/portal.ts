import { checkPortal } from "#/lib/requisites/portal.ts";
import { type Command, onlyText } from "../command.ts";
import { refusalText } from "../refusal.ts";

export const portal: Command = {
  run(call) {
    const check = checkPortal(onlyText(call, "адрес портала"));
    const { valid, host, kind, zone, reason } = check;
    const sort = kind === "cloud" ? `облако Битрикс24, зона .${zone}` : "собственный домен";
    const text = check.valid ? `${host}: ${sort}` : refusalText(check.reason);
    return { ok: valid, json: { valid, host: host || null, kind, zone, reason }, text };
  },
};
