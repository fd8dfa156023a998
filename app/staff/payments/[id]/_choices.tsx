import { allocateAtDiscretionAction } from "#/app/_actions/contract/allocate-at-discretion.ts";
import { allocatePaymentAction } from "#/app/_actions/contract/allocate-payment.ts";
import { askDifferenceAction } from "#/app/_actions/contract/ask-difference.ts";
import { returnPaymentAction } from "#/app/_actions/contract/return-payment.ts";
import { allocatePartsAction } from "#/app/_actions/payment/allocate-parts.ts";
import { declineProposalAction } from "#/app/_actions/payment/decline-proposal.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DeclineForm } from "#/components/payment/decline-form.tsx";
import { DiscretionForm } from "#/components/payment/discretion-form.tsx";
import { AskDifference, ReturnMoney } from "#/components/payment/late-choices.tsx";
import { ProposalCard } from "#/components/payment/proposal-card.tsx";
import { ThirdParty } from "#/components/payment/third-party.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Unbroken } from "#/components/ui/unbroken.tsx";
import type { StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { needsSecondPerson, secondPersonAbove } from "#/lib/contract/discretion.ts";
import type { Settings } from "#/lib/contract/settings.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, toDecimal } from "#/lib/money/kopecks.ts";
import type { HandDecision } from "#/lib/statement/by-hand.ts";
import type { Candidate, PaymentFound } from "./_found.ts";

export type Choosing = { locale: Locale; actor: StaffActor; settings: Settings; found: PaymentFound };

/** Invoices that a payment may mean, numbered on from `after`, each with every decision that this person may take about it. */
export function Choices({ after = 0, rows, ...choosing }: Choosing & { after?: number; rows: readonly Candidate[] }) {
  const { locale, actor, found } = choosing;
  return (
    <ol className="proposals" start={after + 1}>
      {rows.map((one, at) => (
        <ProposalCard
          key={one.invoice.id}
          {...{ locale, payment: found.payment, ...one }}
          place={after + at + 1}
          form={(decision) =>
            permits(actor, "payment.allocate") && (
              <Allocate {...choosing} {...{ decision, invoice: one.invoice, open: after + at === 0 }} />
            )
          }
          others={
            <>
              <Elsewhere {...choosing} invoice={one.invoice} />
              {one.reasons && permits(actor, "payment.allocate") && (
                <DeclineForm
                  {...{ locale, action: declineProposalAction, paymentId: found.payment.id, invoice: one.invoice }}
                />
              )}
            </>
          }
        />
      ))}
    </ol>
  );
}

type About = Choosing & { invoice: Candidate["invoice"] };

function Allocate(props: About & { decision: Extract<HandDecision, { amount: bigint }>; open: boolean }) {
  const { locale, settings, found, invoice, decision, open } = props;
  const { way, why, amount } = decision;
  const t = translator(locale, "staff");
  const { contractId, version, id: invoiceId, number } = invoice;
  const { payment } = found;
  const hidden = { contractId, version, paymentId: payment.id, invoiceId };
  const sum = formatMoney(amount);
  const stranger = <ThirdParty {...{ locale, payment, invoice }} />;
  if (way === "allocate")
    return (
      <StepForm action={allocatePaymentAction} hidden={hidden}>
        {stranger}
        <SubmitButton>
          <ButtonText text={t("decide.allocate", { sum, number })} />
        </SubmitButton>
      </StepForm>
    );
  if (!needsSecondPerson(found.atDiscretion + amount, settings))
    return (
      <DiscretionForm
        {...{ locale, hidden, why, open }}
        action={allocateAtDiscretionAction}
        button={<ButtonText text={t(why === "expired" ? "decide.oldPrice" : "decide.discretion", { sum, number })} />}
      >
        {stranger}
      </DiscretionForm>
    );
  const words = translator(locale, "matching");
  const part = { contractId, version, invoiceId, amount: toDecimal(amount) };
  return (
    <DiscretionForm
      {...{ locale, why, open }}
      hidden={{
        paymentId: payment.id,
        ...Object.fromEntries(Object.entries(part).map(([name, value]) => [`parts.0.${name}`, value])),
      }}
      action={allocatePartsAction}
      button={<ButtonText text={words("second.ask", { sum, number })} />}
    >
      {stranger}
      <p className="text-sm">{words("second.note", { above: formatMoney(secondPersonAbove(settings)) })}</p>
    </DiscretionForm>
  );
}

/** One item of the button's row, so that the words flow as one text. */
const ButtonText = ({ text }: { text: string }) => (
  <span>
    <Unbroken text={text} />
  </span>
);

/** 3.4: the other two choices for money that came too late, and the way back for any that an order does not take. */
function Elsewhere({ locale, actor, found, invoice }: About) {
  const { contractId, version, id: invoiceId, status, validUntil } = invoice;
  const { id: paymentId, amount, allocated, creditDate } = found.payment;
  const rest = amount - allocated;
  const late = status === "expired" && creditDate > validUntil;
  const unwanted = late || status === "paid" || status === "cancelled";
  return (
    <>
      {late && permits(actor, "payment.ask-difference") && (
        <AskDifference
          {...{ locale, action: askDifferenceAction, hidden: { contractId, version, paymentId } }}
          total={found.today.get(contractId)}
          money={rest + invoice.paid}
        />
      )}
      {unwanted && permits(actor, "payment.return") && (
        <ReturnMoney
          {...{ locale, action: returnPaymentAction, hidden: { contractId, version, paymentId, invoiceId }, rest }}
        />
      )}
    </>
  );
}
