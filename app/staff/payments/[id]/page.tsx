import { notFound } from "next/navigation";

import { askDifferenceAction } from "#/app/_actions/contract/ask-difference.ts";
import { keepPaymentAction } from "#/app/_actions/contract/keep-payment.ts";
import { releaseAllocationAction } from "#/app/_actions/contract/release-allocation.ts";
import { EntriesLink } from "#/components/books/entries-link.tsx";
import { AllocationList } from "#/components/payment/allocation-list.tsx";
import { PaymentFacts } from "#/components/payment/payment-facts.tsx";
import { PaymentState } from "#/components/payment/payment-state.tsx";
import { PaymentWhy } from "#/components/payment/payment-why.tsx";
import { ReturnDecision } from "#/components/payment/return-decision.tsx";
import { WaitsForRest } from "#/components/payment/waits-for-rest.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { idOf, oneOf, type Query, staffPage } from "../../_page.ts";
import { Decide } from "./_decide.tsx";
import { paymentFound } from "./_found.ts";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PaymentPage({ params, searchParams }: Props) {
  const { actor, locale, t, given, read } = await staffPage("payment.read");
  const id = idOf((await params).id);
  const { q } = await oneOf(searchParams);
  const found = await read((tx) => paymentFound(tx, id, q, given.today));
  if (!found) notFound();
  const { payment, statement, set, names, decided, waiting, today } = found;
  const rest = decided ? 0n : payment.amount - payment.allocated;
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
          {permits(actor, "books.read") && (
            <p className="mt-1 text-sm">
              <EntriesLink locale={locale} of={{ payment: id }} />
            </p>
          )}
        </Section>
        <div className="grid gap-8">
          {set.length > 0 && (
            <Section title={t("payment.set")}>
              <AllocationList
                {...{ locale, rows: set, names }}
                release={permits(actor, "payment.release") ? releaseAllocationAction : null}
              />
            </Section>
          )}
          {decided && (
            <ReturnDecision
              {...{ locale, decided, who: names.get(decided.decidedBy) ?? "" }}
              keep={permits(actor, "payment.return") ? keepPaymentAction : null}
            />
          )}
          {waiting.length > 0 && (
            <Section title={t("late.waits")}>
              <WaitsForRest
                {...{ locale, paymentId: id, invoices: waiting, today, rest }}
                ask={permits(actor, "payment.ask-difference") ? askDifferenceAction : null}
              />
            </Section>
          )}
          {payment.side === "credit" && rest > 0n && <Decide {...{ locale, actor, found, q }} />}
        </div>
      </div>
    </>
  );
}
