import type { Route } from "next";
import { redirect } from "next/navigation";

import { placeOrderAction } from "#/app/_actions/contract/place-order.ts";
import { OrderDates } from "#/components/order/order-dates.tsx";
import { OrderEditions } from "#/components/order/order-editions.tsx";
import { OrderForm } from "#/components/order/order-form.tsx";
import { orderWords } from "#/components/order/order-words.ts";
import { periodsByPortal } from "#/components/portal/periods.ts";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { subscriptionsOf } from "#/db/queries/cabinet.ts";
import { currentRequisites, editionsToShow } from "#/db/queries/offer.ts";
import { permits } from "#/lib/access/permissions.ts";
import { addDays } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { MARKET_PLUS } from "#/lib/contract/steps/place-order.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { divideHalfUp } from "#/lib/money/vat.ts";
import { displayName, requisitesComplete } from "#/lib/requisites/requisites.ts";
import { cabinetPage, type Query, titled } from "../../_page.ts";

export const generateMetadata = titled("order");

const list = (value: string | string[] | undefined) => [value ?? []].flat().map((one) => one.trim());

/** The whole order on one page: portals, periods, what was read, and the sum with its dates always in sight. */
export default async function NewOrder({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, given, read } = await cabinetPage();
  const query = await searchParams;
  const { shown, requisites, periods } = await read(async (tx) => ({
    shown: await editionsToShow(tx, given.today),
    requisites: await currentRequisites(tx, actor.partyId),
    periods: await subscriptionsOf(tx, actor.partyId),
  }));
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
  const running = periodsByPortal(periods, given.today).running;
  const months = Number(list(query.months)[0]);
  const portals = list(query.portal).filter(Boolean).slice(0, 50);
  return (
    <>
      <PageHead title={title} lead={t("order.lead")} />
      {offered.length === 0 ? (
        <EmptyState title={t("order.nothing")}>{t("order.nothingText")}</EmptyState>
      ) : (
        <OrderForm
          action={placeOrderAction}
          shown={{ offerId: shown.offer.id, priceListId: shown.priceList.id, rulesId: shown.rules.id }}
          periods={offered.map((price) => ({
            months: price.months,
            amount: price.amount.toString(),
            title: translator(locale, "contract")("months", { count: price.months }),
            note: t("order.price", {
              price: formatMoney(price.amount),
              perMonth: formatMoney(divideHalfUp(price.amount, BigInt(price.months))),
            }),
          }))}
          initial={{
            portals: portals.length > 0 ? portals : [""],
            months: offered.some((price) => price.months === months) ? months : offered.at(-1)!.months,
            renew: list(query.renew)[0] === "1",
          }}
          running={running.map(({ portal, until, contractId }) => ({
            portal,
            contractId,
            text: t("order.running", { portal, until: formatDay(until) }),
            renew: t("order.renew", { from: formatDay(addDays(until, 1)) }),
          }))}
          words={orderWords(locale)}
          dates={<OrderDates locale={locale} given={given} bindings={shown.offer.bindings} />}
          editions={<OrderEditions locale={locale} editions={[shown.offer, shown.priceList, shown.rules]} />}
          payer={<p className="text-muted text-sm">{t("order.payer", { name: displayName(requisites.value) })}</p>}
        />
      )}
    </>
  );
}
