import { requestLocale } from "#/app/_auth/request-locale.ts";
import { downloadStream } from "#/app/_papers/download.ts";
import { isFormat, REGISTER_FORMATS } from "#/app/_reports/register.ts";
import { database, inTenant, tenantOf } from "#/db/client.ts";
import { findParty } from "#/db/queries/parties.ts";
import { movementsUntil } from "#/db/queries/reconciliations.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { readPeriod } from "#/lib/ledger/period.ts";
import { translator } from "#/lib/messages/messages.ts";
import { statementOf } from "#/lib/reconciliation/statement.ts";
import { statementTable } from "#/lib/reconciliation/statement-table.ts";

type Context = { params: Promise<{ id: string; format: string }> };

/** The statement of a party's account as a workbook or CSV, `?from=…&to=…`: its own people and staff, nobody else's is there. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { id, format } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return downloadStream(request, id, async (actor, partyId, now) => {
    if (!isFormat(format)) return null;
    const today = dayInMinsk(now);
    const period = readPeriod(query, today);
    const found = await inTenant(
      database(),
      tenantOf(actor),
      async (tx) => (await findParty(tx, actor, partyId)) && movementsUntil(tx, partyId, period.to),
      { readOnly: true },
    );
    if (!found) return null;
    const table = statementTable(
      statementOf(found.movements, period),
      today,
      translator(await requestLocale(), "settlements"),
    );
    const { make, mediaType } = REGISTER_FORMATS[format];
    return { name: `${table.name} ${period.from} ${period.to}.${format}`, mediaType, bytes: make(table) };
  });
}
