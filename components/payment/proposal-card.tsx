import type { ReactNode } from "react";
import { fewPortals } from "#/components/portal/few-portals.ts";
import { Link } from "#/components/ui/link.tsx";
import { Mark, type Tone } from "#/components/ui/tone.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { decideByHand, type HandDecision } from "#/lib/statement/by-hand.ts";
import type { OpenInvoice, ReasonCode } from "#/lib/statement/match.ts";

export type CardInvoice = OpenInvoice & { contractId: string; version: number; portals: string };
type Payment = { amount: bigint; allocated: bigint; creditDate: OpenInvoice["issuedOn"] };

const AGREES: readonly ReasonCode[] = ["number", "date", "unp", "iban", "name", "sum", "sum_rest", "sum_together"];
const toneOf = (reason: ReasonCode): Tone => (AGREES.includes(reason) ? "done" : "needs");

type Props = {
  locale: Locale;
  place: number;
  payment: Payment;
  invoice: CardInvoice;
  /** Null for an invoice that a person found. */
  reasons: readonly ReasonCode[] | null;
  /** What else may be done with money that came for it, also where nothing can be set against it. */
  others?: ReactNode;
  /** The form of the decision: nothing where there is nothing to decide or the reader may not. */
  form: (decision: Extract<HandDecision, { amount: bigint }>) => ReactNode;
};

/** One invoice that the payment may mean: why, what would come of it, and the button. */
export function ProposalCard({ locale, place, payment, invoice, reasons, others, form }: Props) {
  const t = translator(locale, "staff");
  const decision = decideByHand(payment, invoice, reasons);
  const facts = {
    total: formatMoney(invoice.total),
    due: formatMoney(invoice.total - invoice.paid),
    issued: formatDay(invoice.issuedOn),
    until: formatDay(invoice.validUntil),
  };
  return (
    <li data-decision={decision.way === "none" ? undefined : place}>
      <div className="flex flex-wrap items-baseline justify-between gap-x-4">
        <h3>
          <kbd>{place}</kbd>{" "}
          <Link className="link num" href={`/staff/contracts/${invoice.contractId}`}>
            {t("decide.invoice", { number: invoice.number })}
          </Link>
        </h3>
        <strong className="num">{facts.total}</strong>
      </div>
      <p className="text-sm">
        <span className="font-medium">{invoice.partyName}</span>
        {invoice.partyUnp && <span className="num text-muted"> · {invoice.partyUnp}</span>}
        <span className="block break-words text-muted">{fewPortals(invoice.portals.split(", "), locale)}</span>
        <span className="block text-muted">
          {t("decide.facts", facts)}
          {invoice.paid > 0n && ` · ${t("decide.due", facts)}`}
        </span>
      </p>
      {reasons && (
        <ul className="reasons">
          {reasons.map((reason) => (
            <li key={reason} className={`status tone-${toneOf(reason)}`}>
              <Mark tone={toneOf(reason)} />
              {t(`reason.${reason}`)}
            </li>
          ))}
        </ul>
      )}
      {decision.way === "none" ? (
        <p className="text-muted">{t(`decide.none.${decision.why}`)}</p>
      ) : (
        <>
          <p className="text-sm">{consequence(decision, locale)}</p>
          {decision.why === "expired" && <p className="text-muted text-sm">{t("discretion.why.expired")}</p>}
          {form(decision)}
        </>
      )}
      {others}
    </li>
  );
}

/** Said before the press: how much goes there, whether the contract is concluded by it, what stays. */
function consequence(
  { amount, dueAfter, restAfter }: Extract<HandDecision, { amount: bigint }>,
  locale: Locale,
): string {
  const t = translator(locale, "staff");
  const sums = { amount: formatMoney(amount), due: formatMoney(dueAfter), rest: formatMoney(restAfter) };
  if (dueAfter > 0n) return t("decide.part", sums);
  return restAfter > 0n ? t("decide.over", sums) : t("decide.full", sums);
}
