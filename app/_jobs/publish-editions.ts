import "server-only";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { publishDue } from "#/app/_editions/publish.ts";
import { type Db, inTenant } from "#/db/client.ts";
import { draftsToPublish } from "#/db/queries/edition-drafts.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { log } from "#/lib/log.ts";
import { asJob } from "./job.ts";

const ACTOR = { kind: "system", job: "publish-editions" } as const;

/** Clause 6.2: released drafts whose day of publication has come, each in its own transaction; returns the editions' ids. */
export async function publishEditions(db: Db, now: Date): Promise<string[]> {
  const due = await inTenant(db, ACTOR, (tx) => draftsToPublish(tx, dayInMinsk(now)), { readOnly: true });
  const published: string[] = [];
  for (const { id } of due) {
    try {
      const edition = await asJob(db, ACTOR.job, (tx) => publishDue(tx, id, { actor: ACTOR, origin: NO_ORIGIN, now }));
      if (edition) published.push(edition.id);
    } catch (error) {
      // One draft that cannot be published (or that another worker is publishing) must not stop the others.
      if (isDatabaseAway(error)) throw error;
      log.error({ job: ACTOR.job, draftId: id, err: error }, "an edition was not published");
    }
  }
  return published;
}
