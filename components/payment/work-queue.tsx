import { DateText } from "#/components/ui/date-text.tsx";
import { Link } from "#/components/ui/link.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { PaymentState, type State } from "./payment-state.tsx";

type Line = {
  id: string;
  href: string;
  payerName: string;
  purpose: string;
  creditDate: Day;
  amount: bigint;
  allocated: bigint;
  side: "credit" | "debit";
  state: State;
};

/** The lines of the queue: who, how much, in what state; the chosen one is marked, and j and k walk along them. */
export function WorkQueue({
  locale,
  rows,
  current,
}: {
  locale: Locale;
  rows: readonly Line[];
  current: string | null;
}) {
  const t = translator(locale, "staff");
  return (
    <ol className="work-queue" data-queue>
      {rows.map((row) => (
        <li key={row.id}>
          <Link href={row.href} scroll={false} data-line aria-current={row.id === current ? "true" : undefined}>
            <span className="flex justify-between gap-3">
              <span className="min-w-0 break-words font-medium">{row.payerName || t("payments.noName")}</span>
              <strong className="num whitespace-nowrap">{formatMoney(row.amount)}</strong>
            </span>
            <span className="line-clamp-1 break-all text-muted text-sm">{row.purpose}</span>
          </Link>
          <span className="flex flex-wrap items-baseline justify-between gap-x-3 text-sm">
            <PaymentState locale={locale} payment={row} />
            <DateText day={row.creditDate} />
          </span>
        </li>
      ))}
    </ol>
  );
}
