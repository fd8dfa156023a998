import { runClocks } from "#/app/_jobs/clocks.ts";
import { publishEditions } from "#/app/_jobs/publish-editions.ts";
import { remind } from "#/app/_jobs/reminders.ts";
import { clockMoves, currentTime } from "#/app/_time/now.ts";
import { closeDatabase, type Db, database, inTenant } from "#/db/client.ts";
import { setClockOffset } from "#/db/writes/clock.ts";
import { dayOf, parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk, startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Answer, type Command, WrongCall } from "../command.ts";

const STEP_NAMES: Record<string, string> = {
  "expire-invoice": "счёт истёк (3.2)",
  "deem-act": "акт принят по сроку (3.8)",
  "end-contract": "договор закончился (6.1)",
};

/** The movable clock of a demonstration: where it stands, moving it, and the steps that time takes. */
export const clock: Command = {
  async run({ positionals: [what, ...rest] }) {
    if (!["now", "set", "run"].includes(what ?? ""))
      throw new WrongCall("нужно: clock now, clock set <время> или clock run");
    const to = what === "set" ? readMoment(rest.join(" ")) : null;
    if (what !== "set" && rest.length > 0) throw new WrongCall(`лишнее: ${rest.join(" ")}`);
    if (!clockMoves() && what !== "now")
      return {
        ok: false,
        json: { ok: false, reason: "clock.fixed" },
        text: "Отказ: в работе время не переводят (clock.fixed)",
      };
    try {
      const db = database();
      if (to)
        await inTenant(db, { kind: "system", job: "office" }, (tx) => setClockOffset(tx, to.getTime() - Date.now()));
      return what === "run" ? await runDue(db) : stands(await currentTime(db));
    } finally {
      await closeDatabase();
    }
  },
};

const stands = (now: Date): Answer => ({
  ok: true,
  json: { now: now.toISOString(), day: dayInMinsk(now), movable: clockMoves() },
  text: moment(now),
});

async function runDue(db: Db): Promise<Answer> {
  const now = await currentTime(db);
  const steps = await runClocks(db, now);
  const reminders = await remind(db, now);
  const editions = await publishEditions(db, now);
  const lines = steps.map(({ step, contractId }) => `${STEP_NAMES[step] ?? step}: договор ${contractId}`);
  return {
    ok: true,
    json: { now: now.toISOString(), steps, reminders, editions },
    text: [`${moment(now)}, сделано шагов: ${steps.length}, напоминаний: ${reminders}`, ...lines].join("\n"),
  };
}

const moment = (now: Date): string => {
  const minutes = Math.floor((now.getTime() - startOfDayInMinsk(dayInMinsk(now)).getTime()) / 60_000);
  const two = (n: number) => String(n).padStart(2, "0");
  return `${formatDay(dayInMinsk(now))} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
};

/** `дд.мм.гггг`, `дд.мм.гггг чч:мм`, `гггг-мм-дд`, or ISO with its zone. Without a time it is noon in Minsk. */
export function readMoment(text: string): Date {
  const zoned = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:\d\d)$/.test(text) ? new Date(text) : null;
  // JavaScript takes 31 February for 3 March.
  if (zoned && parseDay(text.slice(0, 10)) && sane(zoned)) return zoned;
  const [date = "", time = "12:00", ...more] = text.trim().split(/[ T]+/);
  const day = parseDay(date);
  const [, hours, minutes] = /^([01]\d|2[0-3]):([0-5]\d)$/.exec(time) ?? [];
  if (!day || !hours || !minutes || more.length > 0)
    throw new WrongCall(`нет такого времени: ${text || "не указано"} (дд.мм.гггг, дд.мм.гггг чч:мм или ISO)`);
  const at = new Date(startOfDayInMinsk(day).getTime() + (Number(hours) * 60 + Number(minutes)) * 60_000);
  if (!sane(at)) throw new WrongCall("календарь известен с 2020 по 2099 год");
  return at;
}

const sane = (at: Date): boolean => {
  const day = dayInMinsk(at);
  return day >= (dayOf(2020, 1, 1) ?? "") && day <= (dayOf(2099, 12, 31) ?? "");
};
