import { notFound } from "next/navigation";

import { placeOrderAction } from "#/app/_actions/contract/place-order.ts";
import { OrderDesk } from "#/components/order/order-desk.tsx";
import { ScheduledPrices } from "#/components/price/scheduled-prices.tsx";
import { OnBehalfFields } from "#/components/staff/on-behalf-fields.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { subscriptionsOf } from "#/db/queries/cabinet.ts";
import { discountsFor } from "#/db/queries/discounts.ts";
import { PRICE_LIST } from "#/db/queries/documents.ts";
import { comingPrices, currentRequisites, editionsToShow } from "#/db/queries/offer.ts";
import { findParty } from "#/db/queries/parties.ts";
import { BEHALF_EVENTS } from "#/lib/contract/on-behalf.ts";
import { MARKET_PLUS } from "#/lib/contract/steps/place-order.ts";
import { translator } from "#/lib/messages/messages.ts";
import { requisitesComplete } from "#/lib/requisites/requisites.ts";
import { idOf, staffPage } from "../../../_page.ts";

/** 1.10 on the customer's word: the same form as the customer's; what it binds to is still only the customer's payment. */
export default async function OrderForParty({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, t, given, read } = await staffPage("contract.place-order");
  const id = idOf((await params).id);
  const { party, shown, coming, requisites, periods, discounts } = await read(async (tx) => {
    const shown = await editionsToShow(tx, given.today);
    return {
      shown,
      coming: shown && (await comingPrices(tx, shown.priceList.prices, given.today)),
      party: await findParty(tx, actor, id),
      requisites: await currentRequisites(tx, id),
      periods: await subscriptionsOf(tx, id),
      discounts: await discountsFor(tx, id, given.today),
    };
  });
  if (!party) notFound();
  const offered = shown?.priceList.prices.filter(({ product }) => product === MARKET_PLUS) ?? [];
  const complete = requisites !== null && requisitesComplete(requisites.value);
  return (
    <>
      <PageHead
        title={t("parties.orderTitle")}
        lead={t("parties.orderLead")}
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[
              { href: "/staff/parties", title: t("parties.title") },
              { href: `/staff/parties/${id}`, title: party.name },
            ]}
          />
        }
      />
      <ScheduledPrices locale={locale} slug={PRICE_LIST} next={coming} />
      {!shown || offered.length === 0 ? (
        <EmptyState title={t("parties.orderNothing")}>{t("parties.orderNoEdition")}</EmptyState>
      ) : complete ? (
        <OrderDesk
          {...{ locale, given, shown, offered, periods, discounts }}
          action={placeOrderAction}
          payer={requisites.value}
          forParty={{
            id,
            word: <OnBehalfFields locale={locale} ways={BEHALF_EVENTS["place-order"]} partyId={id} />,
            words: {
              read: t("parties.orderRead"),
              acceptance: t("parties.orderAcceptance"),
              submit: t("parties.orderSubmit"),
              summary: t("parties.orderSummary"),
            },
          }}
        />
      ) : (
        <EmptyState title={t("parties.orderNothing")}>
          <p>{t("parties.orderIncomplete")}</p>
          <p className="mt-3">
            <LinkButton look="secondary" href={`/staff/parties/${id}/requisites`}>
              {t("parties.edit")}
            </LinkButton>
          </p>
        </EmptyState>
      )}
    </>
  );
}
