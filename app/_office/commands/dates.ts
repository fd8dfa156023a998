import { currentCalendar } from "#/app/_time/calendar.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database } from "#/db/client.ts";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { settingsOn } from "#/db/queries/settings.ts";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { CONTRACT_DATES, type ContractDate, type ContractDates, contractDates } from "#/lib/contract/dates.ts";
import { type Answer, type Command, WrongCall } from "../command.ts";
import { explainJson, explainLines } from "../explain-words.ts";
import { refusalText } from "../refusal.ts";

const TITLES: Record<ContractDate, string> = {
  activationDue: "доступ включат не позже",
  actDue: "акт направят не позже",
  actSentOn: "акт направлен",
  deemedOn: "при молчании акт принят",
  contractEnd: "последний оплаченный день",
  lastSafePaymentDay: "последний безопасный день оплаты продления",
};

/** Every date of a contract that is paid on a day (the worst case, or by the days given), by the calendar in the database. */
export const dates: Command = {
  options: { months: { type: "string" }, activated: { type: "string" }, "act-sent": { type: "string" } },
  async run({ positionals: [date = "", ...more], values }) {
    const paidOn = dayOrWrong(date, "дата платежа");
    if (more.length > 0) throw new WrongCall(`лишнее: ${more.join(" ")}`);
    const months = Number(values.months ?? 12);
    if (!Number.isInteger(months) || months < 1 || months > 60) throw new WrongCall("--months — от 1 до 60");
    const activatedOn = optionalDay(values.activated, "--activated", paidOn);
    const actSentOn = optionalDay(values["act-sent"], "--act-sent", activatedOn ?? paidOn);
    try {
      const db = database();
      const today = dayInMinsk(await currentTime(db));
      const offer = await editionInForce(db, OFFER, today);
      if (!offer?.bindings) return refused("edition.none_in_force");
      const course = { paidOn, months, ...(activatedOn && { activatedOn }), ...(actSentOn && { actSentOn }) };
      const counted = contractDates(await currentCalendar(db), await settingsOn(db, today), offer.bindings, course);
      return told(paidOn, months, counted);
    } finally {
      await closeDatabase();
    }
  },
};

function told(paidOn: Day, months: number, all: ContractDates): Answer {
  const json = Object.fromEntries(
    CONTRACT_DATES.map((name) => {
      const { date, chosen, explanation } = all[name];
      return [name, { date, chosen, explain: explainJson(explanation) }];
    }),
  );
  const lines = CONTRACT_DATES.flatMap((name) => [
    `${TITLES[name]}: ${formatDay(all[name].date)}`,
    ...(all[name].chosen ? ["  задано"] : explainLines(all[name].explanation)),
  ]);
  return { ok: true, json: { ok: true, paidOn, months, ...json }, text: lines.join("\n") };
}

function dayOrWrong(text: string, what: string): Day {
  const day = parseDay(text);
  if (!day) throw new WrongCall(`${what}: нет такой даты: ${text || "не указана"} (дд.мм.гггг или гггг-мм-дд)`);
  return day;
}

function optionalDay(value: unknown, what: string, notBefore: Day): Day | undefined {
  if (typeof value !== "string") return undefined;
  const day = dayOrWrong(value, what);
  if (day < notBefore) throw new WrongCall(`${what}: раньше ${formatDay(notBefore)} не бывает`);
  return day;
}

const refused = (code: string): Answer => ({ ok: false, json: { ok: false, reason: code }, text: refusalText(code) });
