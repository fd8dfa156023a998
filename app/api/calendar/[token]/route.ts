import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { feedOf } from "#/app/_calendar/feed.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database } from "#/db/client.ts";
import { log } from "#/lib/log.ts";

const ADDRESS = /^([0-9a-f]{64})\.ics$/;

/** A member's calendar by its secret address: no session, since calendar programs have none. Anything else is a plain 404. */
export async function GET(_request: Request, { params }: { params: Promise<{ token: string }> }): Promise<Response> {
  const token = ADDRESS.exec((await params).token)?.[1];
  if (!token) return new Response(null, { status: 404 });
  try {
    const feed = await feedOf(database(), token, await currentTime());
    if (feed === null) return new Response(null, { status: 404 });
    return new Response(feed, {
      headers: {
        "content-type": "text/calendar; charset=utf-8",
        "content-disposition": 'attachment; filename="market-plus.ics"',
        "cache-control": "private, no-store",
        "x-robots-tag": "noindex",
      },
    });
  } catch (error) {
    const away = isDatabaseAway(error);
    log.error({ action: "calendar-feed", err: error }, away ? "database away" : "accident");
    return new Response(null, { status: away ? 503 : 500, headers: away ? { "retry-after": "60" } : {} });
  }
}
