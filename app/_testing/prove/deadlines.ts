import "server-only";

import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import type { OnDayOff } from "#/lib/calendar/count.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { type ClockName, clocksOf } from "#/lib/contract/clocks.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { type ForceMajeureCase, withdrawalCase } from "#/lib/contract/force-majeure.ts";
import { reminderDays } from "#/lib/contract/reminder-days.ts";
import { declareCase } from "#/lib/contract/steps/force-majeure.ts";
import { act, concluded, givenOn, invoice } from "#/lib/contract/testing.ts";
import { defineProof, type Random } from "./proof.ts";
import { FIRST, type Row, rowOfDays, sameDateLater } from "./row-of-days.ts";

/** The offer's lengths, retyped; the invoice's is the setting's default. */
const CLOCKS: Record<ClockName, { length: number; unit: "worked" | "any" }> = {
  "invoice-validity": { length: 5, unit: "worked" },
  activation: { length: 15, unit: "worked" },
  "act-sending": { length: 15, unit: "worked" },
  answer: { length: 3, unit: "any" },
  "deemed-acceptance": { length: 5, unit: "worked" },
};

const YEARS = 20;
/** In every scene the act was sent on the day of acceptance: what that stops stays stopped. */
const STOPPED: readonly ClockName[] = ["invoice-validity", "act-sending"];

/** A circumstance by places in the row; `to` null still lasts. */
type Trouble = { from: number; to: number | null; expected: number };
type Scene = { name: string; troubles: Trouble[]; today: number };

const closed = (from: number, to: number): Trouble => ({ from, to, expected: to });

/** What may befall a contract whose every clock starts on `at`. */
function scenes(at: number, random: Random): Scene[] {
  const later = () => at + random.int(60);
  const some = () => {
    const from = at + random.int(30);
    return closed(from, from + random.int(45));
  };
  const scene = (name: string, troubles: Trouble[], today = later()): Scene => ({ name, troubles, today });
  return [
    scene("in peace", []),
    scene("from the first day", [closed(at + 1, at + 3)]),
    scene("from the day of acceptance", [closed(at, at + 2)]),
    scene("begun before acceptance", [closed(at - 2, at + 9)]),
    scene("over the last days", [closed(at + 14, at + 40)]),
    scene("two at once", [closed(at + 2, at + 6), closed(at + 4, at + 9)]),
    scene("one after another", [closed(at + 3, at + 4), closed(at + 5, at + 12)]),
    scene("lasting beyond what was expected", [{ from: at + 2, to: null, expected: at + 5 }], at + 12),
    scene("lasting, expected for long", [{ from: at + 2, to: null, expected: at + 30 }], at + 12),
    scene("by chance", [some(), some(), some()]),
  ];
}

/** 5.2 read a second time, day by day: a day of the circumstance uses up nothing, and no term ends on one. */
function naiveDue(row: Row, { troubles, today }: Scene, at: number, clock: ClockName, dayOff: OnDayOff): number {
  const { length, unit } = CLOCKS[clock];
  // 5.1: after the conclusion only; before it, while the invoice runs, there is no contract to put off.
  const own = clock === "invoice-validity" ? [] : troubles.filter(({ from }) => from >= at);
  const trouble = (day: number) =>
    own.some(({ from, to, expected }) => from <= day && day <= (to ?? Math.max(expected, today)));
  const counts = (day: number) => (unit === "any" || row.worked[day]) && !trouble(day);
  let day = at;
  for (let used = 0; used < length; ) if (counts(++day)) used++;
  if (unit === "any" && dayOff === "next-working") while (!row.worked[day] || trouble(day)) day++;
  return day;
}

/** A contract whose clocks all started on one day. */
function contractFrom(day: string, cases: ForceMajeureCase[]): Contract {
  const on = asDay(day);
  return concluded({
    stage: "active",
    act: "received",
    acceptedOn: on,
    invoices: [invoice({ status: "paid", issuedOn: on })],
    acts: [act({ status: "received", issuedOn: on, sentOn: on, receivedOn: on })],
    forceMajeure: cases,
  });
}

const casesOf = (row: Row, troubles: readonly Trouble[]): ForceMajeureCase[] =>
  troubles.map(({ from, to, expected }, n) => ({
    id: `case-${n}`,
    kind: "strike",
    from: asDay(row.days[from]!),
    to: to === null ? null : asDay(row.days[to]!),
    expectedTo: asDay(row.days[expected]!),
    declaredBy: "seller",
    declaredOn: asDay(row.days[from]!),
    late: false,
  }));

export const proof = defineProof({
  what: "every clock of a contract from every day of twenty years, in peace and under force majeure, against days counted one by one",
  sizes: { days: { full: 20 * 365, smoke: 90 } },
  run({ violated, random }, { days }) {
    const figures = {
      "deadlines compared": 0,
      "put off by force majeure": 0,
      "reminders compared": 0,
      "rights of 5.3 and 5.4 compared": 0,
    };
    for (const transfers of [true, false]) {
      const calendar: Calendar = transfers ? belarusCalendar : { ...belarusCalendar, transfers: [] };
      const row = rowOfDays(YEARS + 1, transfers);
      const end = row.days.indexOf(`${FIRST + YEARS}-01-01`);
      // Fewer days are spread over all the years: the transfers are in the middle of them.
      const stride = Math.max(1, Math.floor(end / days));
      const say = (what: string) => violated(`${transfers ? "" : "without transfers, "}${what}`);
      for (let at = 10; at < end; at += stride) {
        for (const dayOff of ["next-working", "keep"] as const)
          for (const scene of scenes(at, random)) {
            const given: Given = { ...givenOn(row.days[scene.today]!, { dayOffRule: dayOff }), calendar };
            const peace: Scene = { ...scene, troubles: [] };
            for (const { name, due, state } of clocksOf(
              contractFrom(row.days[at]!, casesOf(row, scene.troubles)),
              given,
            )) {
              const naive = naiveDue(row, scene, at, name, dayOff);
              const told = STOPPED.includes(name) ? "stopped" : scene.today > naive ? "late" : "running";
              const where = `${name} from ${row.days[at]}, ${scene.name}, ${dayOff}, on ${row.days[scene.today]}`;
              if (due !== row.days[naive]) say(`${where}: ${due}, by days ${row.days[naive]}`);
              if (state !== told) say(`${where}: ${state}, by days ${told}`);
              figures["deadlines compared"]++;
              if (naive !== naiveDue(row, peace, at, name, dayOff)) figures["put off by force majeure"]++;
            }
          }
        figures["reminders compared"] += reminders(row, calendar, at, random, say);
        figures["rights of 5.3 and 5.4 compared"] += rights(row, at, random, say);
      }
    }
    return figures;
  },
});

/** 6.1: ahead of the end and of the last day from which fifteen worked days still fit, back to a worked day. */
function reminders(row: Row, calendar: Calendar, at: number, random: Random, say: (what: string) => void): number {
  const last = Math.min(row.days.length - 1, at + 20 + random.int(400));
  let safe = last;
  while (row.upTo[last]! - row.upTo[safe]! < 15 && safe > 0) safe--;
  if (safe <= 60) return 0;
  const told = new Set<string>();
  for (const ahead of [60, 30, 14, 7, 3, 1]) {
    let day = last - ahead < safe ? last - ahead : safe - ahead;
    while (day >= 0 && !row.worked[day]) day--;
    if (day > at) told.add(row.days[day]!);
  }
  const [startedOn, lastDay] = [asDay(row.days[at]!), asDay(row.days[last]!)];
  const program = reminderDays(calendar, { startedOn, lastDay, activationWorkingDays: 15 }).map(({ on }) => on);
  if (program.join() !== [...told].sort().join())
    say(`reminders of ${startedOn}…${lastDay}: ${program.join(" ")}, by days ${[...told].sort().join(" ")}`);
  return 1;
}

/** 5.3: a notice is late after the tenth calendar day. 5.4: after more than six months of one circumstance either side may leave. */
function rights(row: Row, at: number, random: Random, say: (what: string) => void): number {
  const today = at + random.int(15);
  const on = givenOn(row.days[today]!);
  const declared = declareCase(
    {
      kind: "strike",
      from: row.days[at]!.split("-").reverse().join("."),
      expectedTo: on.today.split("-").reverse().join("."),
      description: "circumstance",
    },
    10,
    on,
  );
  const late = today > at + 10;
  if (!declared.ok || declared.value.late !== late)
    say(`notice of ${row.days[at]} on ${on.today} should be late: ${late}`);

  const sixMonths = row.days.indexOf(sameDateLater(row.days[at]!, 6));
  for (const day of [sixMonths, sixMonths + 1]) {
    const contract = contractFrom(row.days[at]!, casesOf(row, [{ from: at, to: null, expected: day }]));
    if ((withdrawalCase(contract, asDay(row.days[day]!)) !== null) !== day > sixMonths)
      say(`withdrawal for ${row.days[at]} on ${row.days[day]} should be open: ${day > sixMonths}`);
  }
  return 3;
}
