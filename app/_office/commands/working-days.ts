import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { parseDay } from "#/lib/calendar/day.ts";
import { formatDay, formatDayShort } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { type Command, WrongCall } from "../command.ts";
import { reasonWords } from "../explain-words.ts";

/** Longer terms than ten years are a slip of the hand. */
const LONGEST = 2600;

export const workingDays: Command = {
  run({ positionals }) {
    const [date = "", count = "", ...more] = positionals;
    const from = parseDay(date);
    if (!from) throw new WrongCall(`нет такой даты: ${date || "не указана"} (дд.мм.гггг или гггг-мм-дд)`);
    const days = /^\d{1,4}$/.test(count) ? Number(count) : 0;
    if (days < 1 || days > LONGEST || more.length > 0) throw new WrongCall(`число рабочих дней — от 1 до ${LONGEST}`);
    const { date: due, counted, skipped: raw, provisional } = addWorkingDays(belarusCalendar, from, days);
    const skipped = raw.map((skip) => ({ date: skip.date, reason: reasonWords(skip.reason) }));
    const lines = [
      formatDay(due),
      `посчитаны: ${counted.map(formatDayShort).join(", ")}`,
      ...skipped.map((skip) => `пропущен ${formatDay(skip.date)}: ${skip.reason}`),
      ...(provisional ? [translator("ru", "common")("explain.provisional")] : []),
    ];
    return { ok: true, json: { date: due, counted, skipped, provisional }, text: lines.join("\n") };
  },
};
