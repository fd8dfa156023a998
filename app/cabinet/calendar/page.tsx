import type { Metadata } from "next";

import { makeFeedAction } from "#/app/_actions/calendar/make-feed.ts";
import { revokeFeedAction } from "#/app/_actions/calendar/revoke-feed.ts";
import { feedAddress } from "#/app/_calendar/feed-token.ts";
import { ComingList } from "#/components/calendar/coming-list.tsx";
import { FeedSection } from "#/components/calendar/feed-section.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { subscriptionsOf } from "#/db/queries/cabinet.ts";
import { contractsAhead, ownFeed } from "#/db/queries/calendar-feeds.ts";
import { comingDates } from "#/lib/contract/coming-dates.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, pageLocale } from "../_page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await pageLocale(), "dates")("cabinet.title") };
}

/** All the party's dates ahead, each with its arithmetic, and the member's own calendar address. */
export default async function CalendarPage() {
  const { actor, locale, given, read } = await cabinetPage();
  const t = translator(locale, "dates");
  const { dates, feed } = await read(async (tx) => ({
    dates: comingDates(await contractsAhead(tx, actor, given.today), await subscriptionsOf(tx, actor.partyId), given),
    feed: await ownFeed(tx, actor),
  }));
  return (
    <>
      <PageHead title={t("cabinet.title")} lead={t("cabinet.lead")} />
      <div className="grid gap-8">
        {dates.length > 0 ? (
          <ComingList locale={locale} dates={dates} today={given.today} />
        ) : (
          <EmptyState title={t("cabinet.empty")}>{t("cabinet.emptyText")}</EmptyState>
        )}
        <FeedSection
          locale={locale}
          feed={feed && { address: feedAddress(feed.id), createdAt: feed.createdAt }}
          make={makeFeedAction}
          revoke={revokeFeedAction}
        />
      </div>
    </>
  );
}
