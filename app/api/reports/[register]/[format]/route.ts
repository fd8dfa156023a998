import { requestLocale } from "#/app/_auth/request-locale.ts";
import { streamForHouse } from "#/app/_papers/download.ts";
import { isFormat, REGISTER_FORMATS, registerTable } from "#/app/_reports/register.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { isRegister } from "#/lib/exports/registers.ts";
import { readPeriod } from "#/lib/ledger/period.ts";

type Context = { params: Promise<{ register: string; format: string }> };

/** A register of a period as a workbook or as CSV: `?from=2026-04-01&to=2026-04-30`, this month without them. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { register, format } = await params;
  const query = Object.fromEntries(new URL(request.url).searchParams);
  return streamForHouse(request, "books.read", async (actor, now) => {
    if (!isRegister(register) || !isFormat(format)) return null;
    const period = readPeriod(query, dayInMinsk(now));
    const table = registerTable(actor, await requestLocale(), register, period);
    const { make, mediaType } = REGISTER_FORMATS[format];
    return { name: `${table.name} ${period.from} ${period.to}.${format}`, mediaType, bytes: make(table) };
  });
}
