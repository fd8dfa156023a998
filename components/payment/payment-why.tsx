import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Why } from "#/components/ui/why.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import type { State } from "./payment-state.tsx";

type Payment = { state: State; amount: Kopecks; allocated: Kopecks; documentDate: Day; creditDate: Day };

/** «?» of a payment's state (3.4): the rule, the sums and both dates, what comes next and who does it. */
export function PaymentWhy({ locale, payment }: { locale: Locale; payment: Payment }) {
  const t = translator(locale, "why");
  const { state, amount, allocated, documentDate, creditDate } = payment;
  const word = translator(locale, "staff")(`payments.state.${state}`);
  return (
    <Why label={t("open", { what: word })} title={word} close={t("close")}>
      <p>
        {t(`payment.${state}`)}{" "}
        <a className="link whitespace-nowrap" href={clauseRef("3.4", OFFER_HREF).href}>
          {t("clause", { clause: "3.4" })}
        </a>
      </p>
      <KeyValue
        pairs={[
          {
            key: t("stands"),
            value: t("fact.payment", {
              amount: formatMoney(amount),
              allocated: formatMoney(allocated),
              rest: formatMoney(amount - allocated),
            }),
          },
          {
            key: t("dates"),
            value: t("fact.credited", { paidOn: formatDay(documentDate), creditedOn: formatDay(creditDate) }),
          },
          { key: t("next"), value: t(`paymentNext.${state}`) },
        ]}
      />
    </Why>
  );
}
