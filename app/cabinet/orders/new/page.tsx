import type { Route } from "next";
import { redirect } from "next/navigation";

import { placeOrderAction } from "#/app/_actions/contract/place-order.ts";
import { JoinsNotice } from "#/components/edition/before-payment.tsx";
import { OrderDesk } from "#/components/order/order-desk.tsx";
import { ScheduledPrices } from "#/components/price/scheduled-prices.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { subscriptionsOf } from "#/db/queries/cabinet.ts";
import { discountsFor } from "#/db/queries/discounts.ts";
import { PRICE_LIST } from "#/db/queries/documents.ts";
import { comingPrices, currentRequisites, editionsToShow } from "#/db/queries/offer.ts";
import { offersOn } from "#/db/queries/seller-account.ts";
import { permits } from "#/lib/access/permissions.ts";
import { MARKET_PLUS } from "#/lib/contract/steps/place-order.ts";
import { translator } from "#/lib/messages/messages.ts";
import { requisitesComplete } from "#/lib/requisites/requisites.ts";
import { cabinetPage, type Query, titled } from "../../_page.ts";

export const generateMetadata = titled("order");

const list = (value: string | string[] | undefined) => [value ?? []].flat().map((one) => one.trim());

/** The whole order on one page: portals, periods, what was read, and the sum with its dates always in sight. */
export default async function NewOrder({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, given, read } = await cabinetPage();
  const query = await searchParams;
  const { shown, coming, requisites, periods, discounts, offers } = await read(async (tx) => {
    const shown = await editionsToShow(tx, given.today);
    return {
      shown,
      coming: shown && (await comingPrices(tx, shown.priceList.prices, given.today)),
      offers: await offersOn(tx, given.today),
      requisites: await currentRequisites(tx, actor.partyId),
      periods: await subscriptionsOf(tx, actor.partyId),
      discounts: await discountsFor(tx, actor.partyId, given.today),
    };
  });
  const title = translator(locale, "layout")("cabinet.order");
  if (!permits(actor, "contract.place-order") || !shown)
    return (
      <>
        <PageHead title={title} />
        <EmptyState title={t(shown ? "order.forbidden" : "order.nothing")}>
          {t(shown ? "order.forbiddenText" : "order.nothingText")}
        </EmptyState>
      </>
    );
  if (!requisites || !requisitesComplete(requisites.value)) redirect("/cabinet/company/edit" as Route);

  const offered = shown.priceList.prices.filter(({ product }) => product === MARKET_PLUS);
  return (
    <>
      <PageHead title={title} lead={t("order.lead")} />
      {offers && offers.newest.number > shown.offer.number && (
        <div className="mb-6">
          <JoinsNotice locale={locale} joins={offers.newest} />
        </div>
      )}
      <ScheduledPrices locale={locale} slug={PRICE_LIST} next={coming} />
      {offered.length === 0 ? (
        <EmptyState title={t("order.nothing")}>{t("order.nothingText")}</EmptyState>
      ) : (
        <OrderDesk
          {...{ locale, given, shown, offered, periods, discounts }}
          action={placeOrderAction}
          payer={requisites.value}
          asked={{
            portals: list(query.portal).filter(Boolean).slice(0, 50),
            months: Number(list(query.months)[0]),
            renew: list(query.renew)[0] === "1",
          }}
        />
      )}
    </>
  );
}
