import { EntriesLink } from "#/components/books/entries-link.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { ReturnAccount } from "#/lib/refund/payment-order.ts";
import { GROUND_CLAUSE, type Ground } from "#/lib/refund/refund.ts";
import { formatIban } from "#/lib/requisites/iban.ts";

type Facts = {
  id: string;
  paymentId: string;
  contractId: string | null;
  invoice: string | null;
  partyId: string | null;
  party: string | null;
  payer: string;
  payerIban: string | null;
  documentNumber: string;
  documentDate: Day;
  ground: Ground;
  reason: string;
  account: ReturnAccount | null;
  number: string | null;
  paidLineId: string | null;
  paidOn: Day | null;
};

/** Whose money it is, where it came from and why it goes back; each document is a link. */
export function RefundFacts({ locale, refund, books }: { locale: Locale; refund: Facts; books: boolean }) {
  const t = translator(locale, "refunds");
  const { account, payerIban } = refund;
  const iban = account?.iban ?? payerIban;
  const other = account !== null && account.iban !== payerIban;
  return (
    <Section title={t("payment")} aside={books && <EntriesLink locale={locale} of={{ refund: refund.id }} />}>
      <KeyValue
        pairs={[
          refund.number !== null && { key: t("column.number"), value: <span className="num">{refund.number}</span> },
          {
            key: t("column.ground"),
            value: `${t(`ground.${refund.ground}`)}, ${t("clause", { clause: GROUND_CLAUSE[refund.ground] })}`,
          },
          { key: t("reason"), value: <span className="whitespace-pre-line">{refund.reason}</span> },
          {
            key: t("payment"),
            value: (
              <Link className="link" href={`/staff/payments/${refund.paymentId}`}>
                {t("paymentLine", {
                  number: refund.documentNumber,
                  date: formatDay(refund.documentDate),
                  payer: refund.payer,
                })}
              </Link>
            ),
          },
          refund.contractId !== null && {
            key: t("contract"),
            value: (
              <Link className="link num" href={`/staff/contracts/${refund.contractId}`}>
                {refund.invoice ?? t("contract")}
              </Link>
            ),
          },
          refund.partyId !== null && {
            key: t("party"),
            value: (
              <Link className="link" href={`/staff/parties/${refund.partyId}`}>
                {refund.party}
              </Link>
            ),
          },
          iban !== null && {
            key: t("account"),
            value: (
              <>
                <span className="num">{formatIban(iban)}</span>
                <span className="block text-muted text-sm">{t(other ? "ownAccount" : "sameAccount")}</span>
              </>
            ),
          },
          refund.paidLineId !== null &&
            refund.paidOn !== null && {
              key: t("hand.paid"),
              value: (
                <Link className="link" href={`/staff/payments/${refund.paidLineId}`}>
                  {t("closedBy", { date: formatDay(refund.paidOn) })}
                </Link>
              ),
            },
        ]}
      />
    </Section>
  );
}
