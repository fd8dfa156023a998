import { requestLocale } from "#/app/_auth/request-locale.ts";
import { monthPack } from "#/app/_month-pack/pack.ts";
import { downloadStream } from "#/app/_papers/download.ts";
import { database } from "#/db/client.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { readMonth } from "#/lib/month-pack/schedule.ts";

/** The pack of a month, `?month=2026-04`: the party's own people and staff; a month that has not begun is missing. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return downloadStream(request, (await params).id, async (actor, partyId, now) => {
    const month = readMonth(new URL(request.url).searchParams.get("month"), dayInMinsk(now));
    if (!month) return null;
    const pack = await monthPack({ db: database(), actor, partyId, month, now, locale: await requestLocale() });
    return pack && { name: pack.name, mediaType: "application/zip", bytes: pack.bytes };
  });
}
