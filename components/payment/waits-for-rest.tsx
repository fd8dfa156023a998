import { Link } from "#/components/ui/link.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import { AskDifference } from "./late-choices.tsx";

type Waiting = {
  contractId: string;
  version: number;
  number: string;
  status: "live" | "expired" | "cancelled" | "paid";
  total: Kopecks;
  paid: Kopecks;
  validUntil: Day;
};

type Props = {
  locale: Locale;
  paymentId: string;
  invoices: readonly Waiting[];
  /** By order: its price of today; none where it is not sold. */
  today: ReadonlyMap<string, Kopecks>;
  /** What of this payment is free besides what stands on the invoice. */
  rest: Kopecks;
  /** Null for a role that may not. */
  ask: Action<unknown> | null;
};

/** 1.10: a part of a sum waits; after the invoice's end the rest is asked for by a new one. */
export function WaitsForRest({ locale, paymentId, invoices, today, rest, ask }: Props) {
  const t = translator(locale, "staff");
  return (
    <ul className="grid gap-4">
      {invoices.map(({ contractId, version, number, status, total, paid, validUntil }) => (
        <li key={contractId}>
          <p>
            <Link className="link num" href={`/staff/contracts/${contractId}`}>
              {t("decide.invoice", { number })}
            </Link>{" "}
            {t(status === "expired" ? "late.waitsExpired" : "late.waitsLive", {
              ...{ paid: formatMoney(paid), total: formatMoney(total), due: formatMoney(total - paid) },
              until: formatDay(validUntil),
            })}
          </p>
          {ask && status === "expired" && (
            <div className="mt-2">
              <AskDifference
                {...{ locale, action: ask, hidden: { contractId, version, paymentId } }}
                total={today.get(contractId)}
                money={paid + rest}
              />
            </div>
          )}
        </li>
      ))}
    </ul>
  );
}
