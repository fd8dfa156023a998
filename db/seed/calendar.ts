import "server-only";

import type postgres from "postgres";

import { SEEDED_BY as BY } from "#/db/queries/calendar.ts";
import { belarusCalendar } from "#/lib/calendar/belarus.ts";
import { yearOf } from "#/lib/calendar/day.ts";

const REASON = "Официальные переносы, известные при установке";

/** A fresh database begins with the transfers that `lib/calendar` knows; one that has a calendar keeps its own. */
export async function seedCalendar(sql: postgres.Sql): Promise<void> {
  await sql.begin(async (tx) => {
    const [known] = await tx`select 1 from calendar_years limit 1`;
    if (known) return;
    for (const { off, worked, resolution } of belarusCalendar.transfers)
      await tx`insert into calendar_transfers (id, off, worked, resolution, source, entered_at, entered_by, reason)
        values (${crypto.randomUUID()}, ${off}, ${worked}, ${resolution}, 'government', now(), ${BY}, ${REASON})`;
    for (const year of belarusCalendar.confirmedYears) {
      const resolution = belarusCalendar.transfers.find(({ off }) => yearOf(off) === year)?.resolution ?? REASON;
      await tx`insert into calendar_years (year, resolution, confirmed_at, confirmed_by, reason)
        values (${year}, ${resolution}, now(), ${BY}, ${REASON})`;
    }
  });
}
