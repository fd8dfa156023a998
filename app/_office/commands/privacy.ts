import { writeFile } from "node:fs/promises";

import { PRIVACY } from "#/app/_privacy/plan-for.ts";
import { currentTime } from "#/app/_time/now.ts";
import { closeDatabase, database, inTenant } from "#/db/client.ts";
import { personalData } from "#/db/queries/personal-data.ts";
import { openRequests } from "#/db/queries/privacy.ts";
import { userByEmail } from "#/db/queries/users.ts";
import { daysBetween } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { prettyJson } from "#/lib/evidence/pack.ts";
import { type Command, WrongCall } from "../command.ts";
import { refusalText } from "../refusal.ts";

/** Open requests to erase, the nearest deadline first. Ids only: who it is stands in the back office. */
export const privacyList: Command = {
  async run() {
    try {
      const db = database();
      const today = dayInMinsk(await currentTime(db));
      const open = await inTenant(db, PRIVACY, openRequests, { readOnly: true });
      const requests = open.map(({ id, askedOn, dueOn }) => ({ id, askedOn, dueOn, left: daysBetween(today, dueOn) }));
      const lines = requests.map(({ id, dueOn, left }) => `${id}  до ${formatDay(dueOn)}, дней: ${left}`);
      return { ok: true, json: { requests }, text: lines.join("\n") || "Открытых запросов нет." };
    } finally {
      await closeDatabase();
    }
  },
};

/** Everything that is held about one person, for an answer to a demand that came on paper (99-З, art. 11). */
export const privacyExport: Command = {
  options: { out: { type: "string" } },
  async run({ positionals: [email, ...more], values: { out } }) {
    if (!email || more.length > 0) throw new WrongCall("нужен адрес почты человека");
    if (typeof out !== "string" || out === "") throw new WrongCall("нужен --out <файл.json>");
    try {
      const db = database();
      const data = await inTenant(
        db,
        PRIVACY,
        async (tx) => {
          const user = await userByEmail(tx, email);
          return user && personalData(tx, user.id);
        },
        { readOnly: true },
      );
      if (!data) return { ok: false, json: { reason: "record.not_found" }, text: refusalText("record.not_found") };
      const bytes = prettyJson({ exportedAt: await currentTime(db), ...data });
      await writeFile(out, bytes, { mode: 0o600 });
      return { ok: true, json: { out, bytes: bytes.length }, text: `${out}, ${bytes.length} байт` };
    } finally {
      await closeDatabase();
    }
  },
};
