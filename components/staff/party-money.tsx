import { DateText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, sum } from "#/lib/money/kopecks.ts";

type Set = {
  paymentId: string;
  contractId: string;
  number: string;
  amount: bigint;
  creditDate: Day;
  payerName: string;
};
type Left = { id: string; creditDate: Day; rest: bigint };

/** What came from a customer and where it stands; what no invoice has taken is the customer's balance. */
export function PartyMoney({ locale, set, left }: { locale: Locale; set: readonly Set[]; left: readonly Left[] }) {
  const t = translator(locale, "staff");
  return (
    <div className="grid gap-4">
      {left.length > 0 && (
        <Notice tone="needs" title={t("parties.balance", { sum: formatMoney(sum(left.map(({ rest }) => rest))) })}>
          <ul>
            {left.map(({ id, creditDate, rest }) => (
              <li key={id}>
                <Link className="link num" href={`/staff/payments/${id}`}>
                  {formatMoney(rest)}
                </Link>{" "}
                <DateText day={creditDate} />
              </li>
            ))}
          </ul>
        </Notice>
      )}
      {set.length === 0 ? (
        <p className="text-muted">{t("parties.noMoney")}</p>
      ) : (
        <ul className="grid gap-2">
          {set.map(({ paymentId, contractId, number, amount, creditDate, payerName }) => (
            <li key={`${paymentId}${contractId}${amount}`}>
              <DateText day={creditDate} />{" "}
              <Link className="link num" href={`/staff/payments/${paymentId}`}>
                {formatMoney(amount)}
              </Link>{" "}
              <span className="text-muted">
                {t("parties.against", { number })}, {payerName}
              </span>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
