import { CopyButton } from "#/components/ui/copy-button.tsx";
import { KeyValue, type Pair } from "#/components/ui/key-value.tsx";
import { Section } from "#/components/ui/section.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, toDecimal } from "#/lib/money/kopecks.ts";
import type { PaymentOrder } from "#/lib/refund/payment-order.ts";
import { formatIban } from "#/lib/requisites/iban.ts";

/** The frozen payment order, field by field with a button that copies it. Sums are copied with a comma, as banks take them. */
export function RefundOrder({ locale, order }: { locale: Locale; order: PaymentOrder }) {
  const t = translator(locale, "refunds");
  const common = translator(locale, "common");
  const { payer, beneficiary, purpose, code, queue } = order;
  const field = (key: string, value: string, shown = value): Pair => ({
    key,
    value: (
      <span className="flex items-baseline justify-between gap-x-4">
        <span className="min-w-0 flex-1 break-words tabular-nums">{shown}</span>
        <CopyButton
          value={value}
          words={{
            copy: common("copy.button"),
            done: common("copy.done"),
            what: common("copy.of", { what: key }),
          }}
        />
      </span>
    ),
  });
  const amount = BigInt(order.amount);
  return (
    <Section title={t("order.title")}>
      <p className="mb-2 text-muted">{t("order.lead")}</p>
      <KeyValue
        pairs={[
          field(t("order.sum"), toDecimal(amount).replace(".", ","), `${formatAmount(amount)} ${order.currency}`),
          field(t("order.name"), beneficiary.name),
          beneficiary.unp !== null && field(t("order.unp"), beneficiary.unp),
          field(t("order.iban"), beneficiary.iban, formatIban(beneficiary.iban)),
          field(t("order.bic"), beneficiary.bic),
          field(t("order.purpose"), purpose),
          code !== null && field(t("order.code"), code),
          queue !== null && field(t("order.queue"), queue),
          field(t("order.payer"), payer.name),
          field(t("order.payerUnp"), payer.unp),
          field(t("order.payerIban"), payer.iban, formatIban(payer.iban)),
          field(t("order.payerBank"), `${payer.bank}, ${payer.bic}`),
        ]}
      />
    </Section>
  );
}
