import { notFound } from "next/navigation";

import { EntriesLink } from "#/components/books/entries-link.tsx";
import { PaymentFacts } from "#/components/payment/payment-facts.tsx";
import { PaymentState } from "#/components/payment/payment-state.tsx";
import { PaymentWhy } from "#/components/payment/payment-why.tsx";
import { RefundLinks } from "#/components/refund/refund-links.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { idOf, oneOf, type Query, staffPage } from "../../_page.ts";
import { paymentFound } from "./_found.ts";
import { PaymentPanel } from "./_panel.tsx";

type Props = { params: Promise<{ id: string }>; searchParams: Query };

export default async function PaymentPage({ params, searchParams }: Props) {
  const { actor, locale, t, given, read } = await staffPage("payment.read");
  const id = idOf((await params).id);
  const { q } = await oneOf(searchParams);
  const found = await read((tx) => paymentFound(tx, id, q, given.today));
  if (!found) notFound();
  const { payment, statement } = found;
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
          {permits(actor, "refund.read") && <RefundLinks locale={locale} rows={found.refunds} />}
        </Section>
        <PaymentPanel
          {...{ locale, actor, settings: given.settings, found, q }}
          place={{ path: `/staff/payments/${id}`, keep: {}, doneHref: "/staff/payments?state=decide" }}
        />
      </div>
    </>
  );
}
