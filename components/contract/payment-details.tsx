import { CopyButton } from "#/components/ui/copy-button.tsx";
import { KeyValue, type Pair } from "#/components/ui/key-value.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Invoice } from "#/lib/contract/contract.ts";
import { paymentPurpose } from "#/lib/documents/invoice/purpose.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, formatMoney, type Kopecks, sum, toDecimal } from "#/lib/money/kopecks.ts";
import { splitVat } from "#/lib/money/vat.ts";
import { formatIban } from "#/lib/requisites/iban.ts";

/** Every field of a payment order with a button that copies it (3.4). Sums are copied with a comma, as banks take them. */
export function PaymentDetails({ locale, invoice }: { locale: Locale; invoice: Invoice }) {
  const t = translator(locale, "contract");
  const { seller, paymentCode, paymentOrder } = invoice.frozen;
  const due = invoice.total - invoice.paid;
  const field = (key: string, value: string, shown = value): Pair => ({
    key,
    value: <Copied locale={locale} name={key} value={value} shown={shown} />,
  });
  return (
    <>
      <p className="mb-2 text-muted">{t("payment.lead")}</p>
      <KeyValue
        pairs={[
          field(t("payment.recipient"), seller.shortName),
          field(t("payment.unp"), seller.unp),
          field(t("payment.iban"), seller.bank.iban, formatIban(seller.bank.iban)),
          field(t("payment.bank"), seller.bank.name),
          field(t("payment.bic"), seller.bank.bic),
          invoice.paid > 0n && { key: t("payment.received"), value: formatMoney(invoice.paid) },
          field(
            invoice.paid > 0n ? t("payment.left") : t("payment.sum"),
            toDecimal(due).replace(".", ","),
            `${formatAmount(due)} ${seller.bank.currency}`,
          ),
          field(t("payment.purpose"), purposeOf(invoice)),
          paymentCode !== null && field(t("payment.code"), paymentCode),
          paymentOrder !== null && field(t("payment.order"), paymentOrder),
          { key: t("payment.until"), value: t("note.until", { date: formatDay(invoice.validUntil) }) },
        ]}
      />
      <p className="mt-2 text-muted text-sm">{t("payment.number")}</p>
    </>
  );
}

function Copied(props: { locale: Locale; name: string; value: string; shown: string }) {
  const t = translator(props.locale, "common");
  return (
    <span className="flex items-baseline justify-between gap-x-4">
      <span className="min-w-0 flex-1 break-words tabular-nums">{props.shown}</span>
      <CopyButton
        value={props.value}
        words={{ copy: t("copy.button"), done: t("copy.done"), what: t("copy.of", { what: props.name }) }}
      />
    </span>
  );
}

/** The very text that stands on the invoice's paper. */
export function purposeOf({ number, issuedOn, frozen }: Invoice): string {
  const vatAmount: Kopecks = sum(frozen.lines.map(({ amount }) => splitVat(BigInt(amount), frozen.vat).vat));
  return paymentPurpose({
    number,
    issuedOn,
    orderNumber: frozen.offer.orderNumber,
    vat: frozen.vat,
    vatAmount,
    language: frozen.language,
  });
}
