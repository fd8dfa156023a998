import { readFile } from "node:fs/promises";
import { z } from "zod";

import { applyEdit, previewEdit } from "#/app/_actions/calendar/apply-edit.ts";
import type { MovedContract } from "#/app/_actions/calendar/recount-open.ts";
import { countingBy } from "#/app/_time/calendar.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, type Db, database, inTenant, type Tx } from "#/db/client.ts";
import { calendarBook } from "#/db/queries/calendar.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { ActionResult, Refusal } from "#/lib/action-result.ts";
import { dayKind } from "#/lib/calendar/calendar.ts";
import { addDays, asDay, type Day, yearOf } from "#/lib/calendar/day.ts";
import { type CalendarBook, type CalendarEdit, calendarEditInput } from "#/lib/calendar/edit.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { fieldRefusals } from "#/lib/field-refusals.ts";
import { errorWords } from "#/lib/messages/messages.ts";
import { type Answer, type Call, type Command, WrongCall } from "../command.ts";
import { reasonWords } from "../explain-words.ts";

const OFFICE = { kind: "system", job: "office" } as const;
const REASON = "Введено из командной строки";

const text = (call: Call, name: string) => {
  const value = call.values[name];
  return typeof value === "string" ? value : undefined;
};

async function withDatabase<T>(work: (db: Db) => Promise<T>): Promise<T> {
  try {
    return await work(database());
  } finally {
    await closeDatabase();
  }
}

/** What is in force: transfers, confirmed years, and with --year the holidays of that year. */
export const calendarList: Command = {
  options: { year: { type: "string" } },
  run: (call) =>
    withDatabase(async (db) => {
      const asked = text(call, "year");
      if (asked !== undefined && !/^20\d\d$/.test(asked)) throw new WrongCall("--year — четыре цифры, например 2026");
      return listed(await calendarBook(db), asked ? Number(asked) : null);
    }),
};

function listed(book: CalendarBook, year: number | null): Answer {
  const mine = (day: Day) => year === null || yearOf(day) === year;
  const transfers = book.transfers.filter(({ off, worked }) => mine(off) || mine(worked));
  const free = year === null ? [] : holidaysOf(book, year);
  const provisional = year === null ? null : !book.years.includes(year);
  const lines = [
    ...free.map(({ date, reason }) => `${formatDay(date)}  ${reason}`),
    ...transfers.map(
      ({ off, worked, resolution, source }) =>
        `${formatDay(off)} → ${formatDay(worked)}  ${resolution}${source === "seller" ? " (продавец)" : ""}`,
    ),
    `подтверждены годы: ${book.years.join(", ")}`,
    ...(provisional ? [`${year} год предварительный: переносы ещё не введены`] : []),
  ];
  return {
    ok: true,
    json: { ok: true, year, provisional, confirmedYears: book.years, holidays: free, transfers },
    text: lines.join("\n"),
  };
}

function holidaysOf(book: CalendarBook, year: number): { date: Day; reason: string }[] {
  const calendar = countingBy(book);
  const found: { date: Day; reason: string }[] = [];
  for (let day = asDay(`${year}-01-01`); yearOf(day) === year; day = addDays(day, 1)) {
    const { reason } = dayKind(calendar, day);
    if (reason?.code === "holiday") found.push({ date: day, reason: reasonWords(reason) });
  }
  return found;
}

/** One edit: a transfer, its withdrawal, a confirmed year. Says which open terms moved; with --dry-run, which would. */
export const calendarSet: Command = {
  options: {
    off: { type: "string" },
    worked: { type: "string" },
    resolution: { type: "string" },
    source: { type: "string" },
    reason: { type: "string" },
    withdraw: { type: "string" },
    confirm: { type: "string" },
    "dry-run": { type: "boolean" },
  },
  run: (call) =>
    withDatabase(async (db) => {
      const reason = text(call, "reason") ?? REASON;
      const [withdraw, year, resolution] = [text(call, "withdraw"), text(call, "confirm"), text(call, "resolution")];
      const asked = withdraw
        ? { kind: "withdraw", id: withdraw, reason }
        : year
          ? { kind: "confirm-year", year, resolution, reason }
          : {
              kind: "transfer",
              off: text(call, "off") ?? "",
              worked: text(call, "worked") ?? "",
              resolution: resolution ?? "",
              source: text(call, "source") ?? "government",
              reason,
            };
      const edit = calendarEditInput.safeParse(asked);
      if (!edit.success) return refusedFields(fieldRefusals(edit.error.issues));
      const now = await currentTime(db);
      const dry = call.values["dry-run"] === true;
      const done = await inTenant(db, OFFICE, (tx) =>
        dry ? previewEdit({ tx, actor: OFFICE, now, edit: edit.data }) : apply(tx, now, edit.data),
      );
      return done.ok ? moved(done.value, dry) : refusedFields(done.error.fields, done.error);
    }),
};

const apply = (tx: Tx, now: Date, edit: CalendarEdit) => applyEdit({ tx, actor: OFFICE, origin: NO_ORIGIN, now, edit });

const file = z.object({
  transfers: z
    .array(z.object({ off: z.string(), worked: z.string(), resolution: z.string(), source: z.string().optional() }))
    .default([]),
  years: z.array(z.object({ year: z.number(), resolution: z.string() })).default([]),
});

/** Transfers and years of a file, all or none. What is in force already is passed over, so a file may be read twice. */
export const calendarImport: Command = {
  async run({ positionals: [name, ...more] }) {
    if (!name || more.length > 0) throw new WrongCall("нужен один файл JSON");
    const bytes = await readFile(name, "utf8").catch(() => null);
    if (bytes === null) throw new WrongCall(`нет такого файла: ${name}`);
    const read = file.safeParse(jsonOrNull(bytes));
    if (!read.success) return refusedFields(undefined, { code: "calendar.import" });
    const asked = [
      ...read.data.transfers.map((one) => ({ kind: "transfer", source: "government", reason: REASON, ...one })),
      ...read.data.years.map((one) => ({ kind: "confirm-year", reason: REASON, ...one })),
    ];
    const edits: CalendarEdit[] = [];
    for (const one of asked) {
      const edit = calendarEditInput.safeParse(one);
      if (!edit.success) return refusedFields(fieldRefusals(edit.error.issues));
      edits.push(edit.data);
    }
    return withDatabase((db) => importAll(db, edits));
  },
};

class Undone extends Error {
  readonly refusal: ActionResult<never>;
  constructor(refusal: ActionResult<never>) {
    super("refused");
    this.refusal = refusal;
  }
}

async function importAll(db: Db, edits: CalendarEdit[]): Promise<Answer> {
  const now = await currentTime(db);
  try {
    const done = await inTenant(db, OFFICE, async (tx) => {
      const all: MovedContract[] = [];
      let entered = 0;
      for (const edit of edits) {
        if (known(await calendarBook(tx), edit)) continue;
        const applied = await apply(tx, now, edit);
        if (!applied.ok) throw new Undone(applied);
        entered++;
        all.push(...applied.value);
      }
      return { entered, all };
    });
    const answer = moved(done.all, false);
    const { entered } = done;
    return { ...answer, json: { ...answer.json, entered }, text: `введено записей: ${entered}\n${answer.text}` };
  } catch (error) {
    if (error instanceof Undone && !error.refusal.ok) {
      const { fields, ...refusal } = error.refusal.error;
      return refusedFields(fields, refusal);
    }
    throw error;
  }
}

const known = (book: CalendarBook, edit: CalendarEdit): boolean =>
  edit.kind === "confirm-year"
    ? book.years.includes(edit.year)
    : edit.kind === "transfer" && book.transfers.some(({ off, worked }) => off === edit.off && worked === edit.worked);

function moved(all: MovedContract[], dry: boolean): Answer {
  const flat = all.flatMap(({ contractId, number, moved: clocks }) =>
    clocks.map(({ clock, clause, from, to, kept }) => ({ contractId, number, clock, clause, from, to, kept })),
  );
  const head = dry ? "сдвинется сроков" : "сдвинуто сроков";
  const lines = flat.map(
    ({ number, contractId, clause, from, to, kept }) =>
      `счёт ${number ?? contractId}, п. ${clause}: ${formatDay(from)} → ${kept ? `остаётся ${formatDay(to)}` : formatDay(to)}`,
  );
  const count = flat.filter(({ kept }) => !kept).length;
  return { ok: true, json: { ok: true, dryRun: dry, moved: flat }, text: [`${head}: ${count}`, ...lines].join("\n") };
}

function refusedFields(fields: Record<string, Refusal> | undefined, whole?: Refusal): Answer {
  const words = errorWords("ru");
  const [field, refusal] = Object.entries(fields ?? {})[0] ?? [undefined, whole ?? { code: "form.invalid" }];
  return {
    ok: false,
    json: { ok: false, reason: refusal.code, ...(field && { field }) },
    text: `Отказ: ${words(refusal.code, refusal.params)} (${field ? `${field}: ` : ""}${refusal.code})`,
  };
}

function jsonOrNull(bytes: string): unknown {
  try {
    return JSON.parse(bytes);
  } catch {
    return null;
  }
}
