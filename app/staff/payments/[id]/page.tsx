import { notFound } from "next/navigation";

import { allocateAtDiscretionAction } from "#/app/_actions/contract/allocate-at-discretion.ts";
import { allocatePaymentAction } from "#/app/_actions/contract/allocate-payment.ts";
import { releaseAllocationAction } from "#/app/_actions/contract/release-allocation.ts";
import { leaveUnidentifiedAction } from "#/app/_actions/payment/leave-unidentified.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { AllocationList } from "#/components/payment/allocation-list.tsx";
import { DecisionKeys } from "#/components/payment/decision-keys.tsx";
import { DiscretionForm } from "#/components/payment/discretion-form.tsx";
import { PaymentFacts } from "#/components/payment/payment-facts.tsx";
import { PaymentState } from "#/components/payment/payment-state.tsx";
import { PaymentWhy } from "#/components/payment/payment-why.tsx";
import { type CardInvoice, ProposalCard } from "#/components/payment/proposal-card.tsx";
import { SearchForm } from "#/components/staff/search-form.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { allocationsOf, findPayment, invoicesToDecide, searchInvoices } from "#/db/queries/staff-payments.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { readSearch } from "#/lib/contract/search-terms.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import type { HandDecision } from "#/lib/statement/by-hand.ts";
import type { ReasonCode } from "#/lib/statement/match.ts";
import { idOf, oneOf, type Query, staffPage } from "../../_page.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PaymentPage({ params, searchParams }: Props) {
  const { actor, locale, t, read } = await staffPage("payment.read");
  const id = idOf((await params).id);
  const { q } = await oneOf(searchParams);
  const found = await read(async (tx) => {
    const one = await findPayment(tx, id);
    if (!one) return null;
    const set = await allocationsOf(tx, id);
    return {
      ...one,
      set,
      names: await namesOf(
        tx,
        set.map(({ by }) => by),
      ),
      proposed: await invoicesToDecide(
        tx,
        one.payment.proposals.map(({ invoiceId }) => invoiceId),
      ),
      searched: q ? await searchInvoices(tx, readSearch(q)) : [],
    };
  });
  if (!found) notFound();
  const { payment, statement, set, names } = found;
  const unsettled = payment.side === "credit" && payment.allocated < payment.amount;
  const may = permits(actor, "payment.allocate");
  const proposals = payment.proposals.flatMap(({ invoiceId, reasons }) => {
    const invoice = found.proposed.find((one) => one.id === invoiceId);
    return invoice ? [{ invoice, reasons: reasons as ReasonCode[] | null }] : [];
  });
  const searched = found.searched
    .filter(({ id: one }) => !proposals.some(({ invoice }) => invoice.id === one))
    .map((invoice) => ({ invoice, reasons: null }));
  const card = ({ invoice, reasons }: { invoice: CardInvoice; reasons: ReasonCode[] | null }, place: number) => (
    <ProposalCard
      key={invoice.id}
      {...{ locale, place, payment, invoice, reasons }}
      form={(decision) => may && formOf(invoice, decision, place === 1)}
    />
  );
  const formOf = (
    invoice: CardInvoice,
    { way, why, amount }: Extract<HandDecision, { amount: bigint }>,
    open: boolean,
  ) => {
    const { contractId, version } = invoice;
    const hidden = { contractId, version, paymentId: id, invoiceId: invoice.id };
    const sum = formatMoney(amount);
    if (way === "discretion")
      return (
        <DiscretionForm
          {...{ locale, hidden, why, open }}
          action={allocateAtDiscretionAction}
          button={t(why === "expired" ? "decide.oldPrice" : "decide.discretion", { sum, number: invoice.number })}
        />
      );
    return (
      <StepForm action={allocatePaymentAction} hidden={hidden}>
        <SubmitButton>{t("decide.allocate", { sum, number: invoice.number })}</SubmitButton>
      </StepForm>
    );
  };
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/staff/payments", title: t("payments.title") }]}
          />
        }
        title={t(payment.side === "credit" ? "payment.title" : "payment.debit", { sum: formatMoney(payment.amount) })}
        lead={
          <>
            <PaymentState locale={locale} payment={payment} />
            <PaymentWhy locale={locale} payment={payment} />
          </>
        }
      />
      <div className="decide">
        <Section title={t("payment.line")}>
          <PaymentFacts locale={locale} payment={payment} />
          <p className="mt-3 text-muted text-sm">
            <Link className="link" href={`/staff/payments/statements/${statement.id}`}>
              {t("statement.title", { from: formatDay(statement.dateFrom), to: formatDay(statement.dateTo) })}
            </Link>
          </p>
        </Section>
        <div className="grid gap-8">
          {set.length > 0 && (
            <Section title={t("payment.set")}>
              <AllocationList
                locale={locale}
                rows={set}
                names={names}
                release={permits(actor, "payment.release") ? releaseAllocationAction : null}
              />
            </Section>
          )}
          {unsettled && (
            <Section title={t("decide.title")}>
              <DecisionKeys>
                {proposals.length > 0 ? (
                  <ol className="proposals">{proposals.map((one, at) => card(one, at + 1))}</ol>
                ) : (
                  <EmptyState title={t("decide.noProposals")}>{t("decide.noProposalsText")}</EmptyState>
                )}
                {may && (
                  <>
                    <h3 className="mt-8">{t("decide.search")}</h3>
                    <SearchForm
                      action={`/staff/payments/${id}`}
                      label={t("decide.search")}
                      placeholder={t("contracts.placeholder")}
                      button={t("search")}
                      value={q}
                    />
                    {q &&
                      (searched.length > 0 ? (
                        <ol className="proposals" start={proposals.length + 1}>
                          {searched.map((one, at) => card(one, proposals.length + at + 1))}
                        </ol>
                      ) : (
                        <p className="text-muted">{t("nothingFound")}</p>
                      ))}
                    {payment.state === "proposed" && (
                      <div className="mt-8">
                        <p className="mb-3 text-muted text-sm">{t("decide.leaveText")}</p>
                        <StepForm
                          action={leaveUnidentifiedAction}
                          hidden={{ paymentId: id }}
                          doneHref="/staff/payments?state=decide"
                        >
                          <SubmitButton look="secondary">{t("decide.leave")}</SubmitButton>
                        </StepForm>
                      </div>
                    )}
                  </>
                )}
              </DecisionKeys>
              {may && <p className="no-print mt-4 text-muted text-sm max-md:hidden">{t("decide.keys")}</p>}
            </Section>
          )}
        </div>
      </div>
    </>
  );
}
