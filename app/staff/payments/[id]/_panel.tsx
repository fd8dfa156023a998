import { askDifferenceAction } from "#/app/_actions/contract/ask-difference.ts";
import { keepPaymentAction } from "#/app/_actions/contract/keep-payment.ts";
import { releaseAllocationAction } from "#/app/_actions/contract/release-allocation.ts";
import { confirmDiscretionAction } from "#/app/_actions/payment/confirm-discretion.ts";
import { rejectDiscretionAction } from "#/app/_actions/payment/reject-discretion.ts";
import { takeBackDeclineAction } from "#/app/_actions/payment/take-back-decline.ts";
import { withdrawDiscretionAction } from "#/app/_actions/payment/withdraw-discretion.ts";
import { askRefundAction } from "#/app/_actions/refund/ask-refund.ts";
import { AllocationList } from "#/components/payment/allocation-list.tsx";
import { DeclinedList } from "#/components/payment/declined-list.tsx";
import { ReturnDecision } from "#/components/payment/return-decision.tsx";
import { SecondPerson } from "#/components/payment/second-person.tsx";
import { WaitsForRest } from "#/components/payment/waits-for-rest.tsx";
import { RequestRefund } from "#/components/refund/request-form.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import type { Choosing } from "./_choices.tsx";
import { Decide, type Place } from "./_decide.tsx";

type Props = Choosing & { q: string | undefined; place: Place };

/** All that was decided about a payment, all that waits, and all that may be decided: the same on its page and beside the queue. */
export function PaymentPanel({ q, place, ...choosing }: Props) {
  const { locale, actor, found } = choosing;
  const { payment, set, names, decided, waiting, declined, requests, today } = found;
  const t = translator(locale, "staff");
  const rest = decided || payment.state === "returned" ? 0n : payment.amount - payment.allocated;
  const asked = requests.some(({ state }) => state === "waiting");
  return (
    <div className="grid gap-8">
      {set.length > 0 && (
        <Section title={t("payment.set")}>
          <AllocationList
            {...{ locale, rows: set, names }}
            release={permits(actor, "payment.release") ? releaseAllocationAction : null}
          />
        </Section>
      )}
      {requests.map((request) => (
        <SecondPerson key={request.id} {...{ locale, request, names, actions: answersOf(actor, request.askedBy) }} />
      ))}
      {decided && (
        <ReturnDecision
          {...{ locale, decided, who: names.get(decided.decidedBy) ?? "" }}
          keep={permits(actor, "payment.return") ? keepPaymentAction : null}
        />
      )}
      {waiting.length > 0 && (
        <Section title={t("late.waits")}>
          <WaitsForRest
            {...{ locale, paymentId: payment.id, invoices: waiting, today, rest }}
            ask={permits(actor, "payment.ask-difference") ? askDifferenceAction : null}
          />
        </Section>
      )}
      {payment.side === "credit" && rest > 0n && !asked && <Decide {...choosing} {...{ q, place }} />}
      {payment.side === "credit" && rest > 0n && !asked && permits(actor, "refund.request") && (
        <RequestRefund {...{ locale, paymentId: payment.id, rest }} action={askRefundAction} />
      )}
      {declined.length > 0 && (
        <Section title={translator(locale, "matching")("decline.title")}>
          <DeclinedList
            {...{ locale, rows: declined, names }}
            takeBack={permits(actor, "payment.allocate") ? takeBackDeclineAction : null}
          />
        </Section>
      )}
    </div>
  );
}

/** Nobody answers their own request; who asked may withdraw it. */
function answersOf(actor: StaffActor, askedBy: string) {
  if (actor.userId === askedBy)
    return permits(actor, "payment.allocate-at-discretion") ? { withdraw: withdrawDiscretionAction } : null;
  return permits(actor, "payment.second-person")
    ? { confirm: confirmDiscretionAction, reject: rejectDiscretionAction }
    : null;
}
