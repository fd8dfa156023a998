import "server-only";

import { givenAt } from "#/app/_time/now.ts";
import { comingRule, comingTitle } from "#/components/calendar/coming-words.ts";
import { type Db, inTenant } from "#/db/client.ts";
import { subscriptionsOf } from "#/db/queries/cabinet.ts";
import { contractsAhead, feedByToken } from "#/db/queries/calendar-feeds.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type CalendarEvent, iCalendar } from "#/lib/calendar/icalendar.ts";
import { type ComingDate, comingDates } from "#/lib/contract/coming-dates.ts";
import { env } from "#/lib/env.ts";
import { type Locale, localeOr, translator } from "#/lib/messages/messages.ts";
import { feedHash } from "./feed-token.ts";

const SYSTEM = { kind: "system", job: "calendar-feed" } as const;

/** The feed behind a secret address, read as the party's own role; null where the address opens nothing. */
export async function feedOf(db: Db, token: string, now: Date): Promise<string | null> {
  const whose = await inTenant(db, SYSTEM, (tx) => feedByToken(tx, feedHash(token)), { readOnly: true });
  if (!whose) return null;
  const { partyId, userId } = whose;
  const locale = localeOr(whose.locale);
  const reader: CustomerActor = {
    ...{ kind: "customer", partyId, userId, role: "reader" },
    ...{ name: "", email: "", sessionId: "" },
  };
  const dates = await inTenant(
    db,
    reader,
    async (tx) => {
      const given = await givenAt(tx, now);
      return comingDates(await contractsAhead(tx, reader, given.today), await subscriptionsOf(tx, partyId), given);
    },
    { readOnly: true },
  );
  const events = dates.map((date) => eventOf(date, locale));
  return iCalendar({ name: translator(locale, "dates")("feed.plain"), language: locale, stamp: now, events });
}

/** Portals, numbers and dates only: whoever learns the address learns nothing of people. */
function eventOf(date: ComingDate, locale: Locale): CalendarEvent {
  const origin = env().PUBLIC_ORIGIN;
  const clause = translator(locale, "common")("explain.clause", { clause: date.explanation.clause });
  const provisional = date.explanation.counted.provisional
    ? ` ${translator(locale, "common")("explain.provisional")}`
    : "";
  return {
    uid: `${date.kind}-${date.id}@${new URL(origin).hostname}`,
    day: date.on,
    summary: comingTitle(date, locale),
    description: `${formatDay(date.on)}. ${comingRule(date, locale)} ${clause}.${provisional}`,
    url: `${origin}/cabinet/contracts/${date.contractId}`,
  };
}
