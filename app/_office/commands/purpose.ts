import { formatDay } from "#/lib/calendar/format.ts";
import { type NumberInPurpose, readPurpose } from "#/lib/statement/purpose.ts";
import { type Command, onlyText } from "../command.ts";

const words = ({ number, date, known }: NumberInPurpose) =>
  `${number}${date ? ` от ${formatDay(date)}` : ", даты нет"}${known ? "" : " (не наш номер или опечатка)"}`;

export const purpose: Command = {
  run(call) {
    const { number, date, numbers } = readPurpose(onlyText(call, "назначение платежа"));
    const text =
      numbers.length > 0 ? numbers.map(words).join("\n") : `номера счёта нет${date ? `, дата ${formatDay(date)}` : ""}`;
    return { ok: true, json: { number, date, numbers }, text };
  },
};
