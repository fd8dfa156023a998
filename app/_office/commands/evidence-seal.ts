import { sealAndTell } from "#/app/_jobs/seal-evidence.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database } from "#/db/client.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Command } from "../command.ts";

/** Seals the finished days and the running one up to now; the lawyer gets the newest head. */
export const evidenceSeal: Command = {
  async run() {
    try {
      const db = database();
      const sealed = await sealAndTell(db, await currentTime(db), { extra: true });
      const lines = sealed.map(({ day, entries, root }) => `${formatDay(day)}, записей: ${entries}\n${root}`);
      return { ok: true, json: { sealed }, text: lines.join("\n") || "Новых записей нет, сводить нечего." };
    } finally {
      await closeDatabase();
    }
  },
};
