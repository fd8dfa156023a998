import type { ReactNode } from "react";
import { type Period, periodsByPortal } from "#/components/portal/periods.ts";
import type { Action } from "#/lib/action-result.ts";
import { addDays } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Given, OfferFacts } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { divideHalfUp } from "#/lib/money/vat.ts";
import { discountWords } from "#/lib/price-list/words.ts";
import { displayName, type Requisites } from "#/lib/requisites/requisites.ts";
import { OrderDates } from "./order-dates.tsx";
import { OrderEditions } from "./order-editions.tsx";
import { OrderForm } from "./order-form.tsx";
import { type OrderWords, orderWords } from "./order-words.ts";

type Props = {
  locale: Locale;
  given: Given;
  action: Action<{ contractId: string }>;
  shown: Omit<OfferFacts, "requisites" | "discounts">;
  /** Rules off the price list that concern this payer today. */
  discounts: OfferFacts["discounts"];
  /** The periods on offer, cheapest to longest as the price list has them; never none. */
  offered: OfferFacts["priceList"]["prices"];
  periods: readonly Period[];
  payer: Requisites;
  asked?: { portals: readonly string[]; months: number; renew: boolean };
  forParty?: { id: string; word: ReactNode; words: Partial<OrderWords> };
};

/** Everything that an order needs to be seen: prices and dates of today, the portals that run, the editions, the payer. */
export function OrderDesk(props: Props) {
  const { locale, given, action, shown, discounts, offered, periods, payer, asked, forParty } = props;
  const t = translator(locale, "cabinet");
  const { portals = [], months, renew = false } = asked ?? {};
  return (
    <OrderForm
      action={action}
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
      discounts={discounts.map(({ id, kind, minQuantity, basisPoints }) => ({
        ...{ id, kind, minQuantity, basisPoints },
        title: discountWords({ kind, minQuantity, basisPoints }, locale),
      }))}
      initial={{
        portals: portals.length > 0 ? portals : [""],
        months: offered.some((price) => price.months === months) ? months! : offered.at(-1)!.months,
        renew,
      }}
      running={periodsByPortal(periods, given.today).running.map(({ portal, until, contractId }) => ({
        portal,
        contractId,
        text: t("order.running", { portal, until: formatDay(until) }),
        renew: t("order.renew", { from: formatDay(addDays(until, 1)) }),
      }))}
      words={{ ...orderWords(locale), ...forParty?.words }}
      dates={<OrderDates locale={locale} given={given} bindings={shown.offer.bindings} />}
      editions={<OrderEditions locale={locale} editions={[shown.offer, shown.priceList, shown.rules]} />}
      payer={<p className="text-muted text-sm">{t("order.payer", { name: displayName(payer) })}</p>}
      {...(forParty ? { forParty } : {})}
    />
  );
}
