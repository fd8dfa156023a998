import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { currentActor } from "#/app/_auth/current-actor.ts";
import { fileResponse } from "#/app/_papers/file-response.ts";
import { PRIVACY } from "#/app/_privacy/plan-for.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database, inTenant } from "#/db/client.ts";
import { personalData } from "#/db/queries/personal-data.ts";
import { permits } from "#/lib/access/permissions.ts";
import { prettyJson } from "#/lib/evidence/pack.ts";
import { log } from "#/lib/log.ts";

/** Whoever is signed in takes along what the house holds about them (99-З, art. 11); nobody else's can be asked for. */
export async function GET(): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return new Response(null, { status: 401 });
    if (!permits(actor, "privacy.own")) return new Response(null, { status: 404 });
    const exportedAt = await currentTime();
    const data = await inTenant(database(), PRIVACY, (tx) => personalData(tx, actor.userId), { readOnly: true });
    if (!data) return new Response(null, { status: 404 });
    const file = { name: "Мои данные.json", mediaType: "application/json" };
    return fileResponse(file, prettyJson({ exportedAt, ...data }));
  } catch (error) {
    log.error({ action: "personal-data", err: error }, "accident");
    return new Response(null, { status: isDatabaseAway(error) ? 503 : 500 });
  }
}
