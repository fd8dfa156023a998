import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { currentActor } from "#/app/_auth/current-actor.ts";
import { fileResponse } from "#/app/_papers/file-response.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database, inTenant } from "#/db/client.ts";
import { allProducts } from "#/db/queries/products.ts";
import { permits } from "#/lib/access/permissions.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { productsCsv } from "#/lib/catalog/csv/write-table.ts";
import { log } from "#/lib/log.ts";

/** The house's whole catalogue as a table, hidden products, too: what an import reads back without a change. */
export async function GET(): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return new Response(null, { status: 401 });
    if (actor.kind !== "staff" || !permits(actor, "staff.read")) return new Response(null, { status: 404 });
    const products = await inTenant(database(), actor, (tx) => allProducts(tx, null), { readOnly: true });
    const name = `Каталог ${dayInMinsk(await currentTime())}.csv`;
    const bytes = new TextEncoder().encode(productsCsv(products));
    return fileResponse({ name, mediaType: "text/csv; charset=utf-8" }, bytes);
  } catch (error) {
    log.error({ action: "catalog-csv", err: error }, "accident");
    return new Response(null, { status: isDatabaseAway(error) ? 503 : 500 });
  }
}
