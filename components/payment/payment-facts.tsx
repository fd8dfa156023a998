import { KeyValue } from "#/components/ui/key-value.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { PurposeText } from "./purpose-text.tsx";

type Payment = {
  amount: Kopecks;
  allocated: Kopecks;
  documentNumber: string;
  documentDate: Day;
  creditDate: Day;
  payerName: string;
  payerUnp: string | null;
  payerIban: string | null;
  payerBic: string | null;
  purpose: string;
};

/** The bank's line as it came: both dates, who paid, what they wrote. */
export function PaymentFacts({ locale, payment }: { locale: Locale; payment: Payment }) {
  const t = translator(locale, "staff");
  const { amount, allocated, payerIban, payerBic, payerUnp } = payment;
  return (
    <KeyValue
      pairs={[
        { key: t("sum"), value: <strong className="num">{formatMoney(amount)}</strong> },
        allocated > 0n && {
          key: t("payment.left"),
          value: <strong className="num">{formatMoney(amount - allocated)}</strong>,
        },
        { key: t("payments.purpose"), value: <PurposeText locale={locale} purpose={payment.purpose} /> },
        { key: t("payments.payer"), value: payment.payerName || t("payments.noName") },
        { key: t("payment.unp"), value: payerUnp ? <span className="num">{payerUnp}</span> : t("payment.noUnp") },
        payerIban !== null && {
          key: t("statements.account"),
          value: (
            <>
              <span className="num break-all whitespace-normal!">{formatIban(payerIban)}</span>
              {payerBic && <span className="num text-muted"> · {payerBic}</span>}
            </>
          ),
        },
        {
          key: t("payments.document"),
          value: t("payment.order", { number: payment.documentNumber, date: formatDay(payment.documentDate) }),
        },
        { key: t("payments.credited"), value: <span className="num">{formatDay(payment.creditDate)}</span> },
      ]}
    />
  );
}
