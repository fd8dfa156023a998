import { ACT_TONE } from "#/components/act/act-list.tsx";
import { INVOICE_TONE } from "#/components/invoice/invoice-list.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import {
  type SubscriptionState,
  subscriptionState,
  whyAct,
  whyInvoice,
  whySubscription,
} from "#/lib/contract/why-state.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ACT_CLAUSES, INVOICE_CLAUSES, SUBSCRIPTION_CLAUSES } from "./rule-clauses.ts";
import type { Viewer } from "./situation.ts";
import { WhyState } from "./why-state.tsx";

type Props = { locale: Locale; contract: Contract; given: Given; viewer: Viewer };

const TONE: Record<SubscriptionState, Tone> = {
  waiting: "running",
  ahead: "running",
  running: "done",
  over: "neutral",
  cut: "neutral",
  never: "neutral",
};

/** Every thing of the contract that has a state of its own, each with its «?»: invoices, acts, paid periods. */
export function StateList({ locale, contract, given, viewer }: Props) {
  const t = translator(locale, "why");
  const words = translator(locale, "contract");
  // "Needs you" is said to the side that moves: an invoice and an act wait for the customer.
  const seen = (tone: Tone): Tone => (tone === "needs" && viewer === "staff" ? "running" : tone);
  const rows = [
    ...contract.invoices.map((invoice) => ({
      key: invoice.id,
      name: t("states.invoice", { number: invoice.number }),
      state: words(`invoice.${invoice.status}`),
      tone: seen(INVOICE_TONE[invoice.status]),
      rule: t(`invoice.${invoice.status}`),
      clauses: INVOICE_CLAUSES[invoice.status],
      why: whyInvoice(contract, invoice, given),
    })),
    ...contract.acts.map((act) => ({
      key: act.id,
      name: t("states.act", { number: act.number }),
      state: words(`act.${act.status}`),
      tone: seen(ACT_TONE[act.status]),
      rule: t(`act.${act.status}`),
      clauses: ACT_CLAUSES[act.status],
      why: whyAct(contract, act, given),
    })),
    ...contract.lines.map((line) => {
      const state = subscriptionState(line, contract, given.today);
      return {
        key: line.id,
        name: t("states.subscription", { portal: line.portal }),
        // Nobody activates what is not paid yet.
        state: state === "waiting" && !contract.acceptedOn ? words("invoice.live") : t(`subscriptionState.${state}`),
        tone: TONE[state],
        rule: t(`subscription.${state}`),
        clauses: SUBSCRIPTION_CLAUSES[state],
        why: whySubscription(contract, line, given),
      };
    }),
  ];
  return (
    <ul className="grid gap-3">
      {rows.map(({ key, name, state, tone, ...about }) => (
        <li key={key}>
          <span className="block break-words text-muted text-sm">{name}</span>
          <Status tone={tone}>{state}</Status>
          <WhyState locale={locale} what={`${name}: ${state}`} {...about} />
        </li>
      ))}
    </ul>
  );
}
