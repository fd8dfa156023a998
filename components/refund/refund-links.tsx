import { Link } from "#/components/ui/link.tsx";
import { staffRefund } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import type { RefundState } from "#/lib/refund/refund.ts";

type Row = { id: string; state: RefundState; number: string | null; amount: Kopecks };

/** From a line of a statement to the refunds of its money, or to the one that it closed. */
export function RefundLinks({ locale, rows }: { locale: Locale; rows: readonly Row[] }) {
  const t = translator(locale, "refunds");
  if (rows.length === 0) return null;
  return (
    <ul className="mt-3 grid gap-1 text-sm" aria-label={t("ofPayment")}>
      {rows.map(({ id, state, number, amount }) => (
        <li key={id}>
          <Link className="link" href={staffRefund(id)}>
            {number ?? t("one", { sum: formatMoney(amount) })}
          </Link>
          , {t(`state.${state}`)}
        </li>
      ))}
    </ul>
  );
}
