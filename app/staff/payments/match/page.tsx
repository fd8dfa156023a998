import { PaymentFacts } from "#/components/payment/payment-facts.tsx";
import { PaymentState } from "#/components/payment/payment-state.tsx";
import { PaymentTabs } from "#/components/payment/payment-tabs.tsx";
import { PaymentWhy } from "#/components/payment/payment-why.tsx";
import { WorkHelp } from "#/components/payment/work-help.tsx";
import { WorkKeys } from "#/components/payment/work-keys.tsx";
import { WorkQueue } from "#/components/payment/work-queue.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { Stay } from "#/components/staff/stay.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";
import { PaymentPanel } from "../[id]/_panel.tsx";
import { PATH, workFound } from "./_found.ts";

/** The reconciliation: the queue on the left, the chosen line with all that may be decided about it on the right. */
export default async function MatchPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, t, given, read } = await staffPage("payment.read");
  const query = await oneOf(searchParams);
  const { filter, options, page, found, at } = await read((tx) => workFound(tx, query, given.today));
  const words = translator(locale, "matching");
  const payment = found?.payment;
  const keep = { state: filter, after: query.after, before: query.before };
  const queue = listHref(PATH, keep);
  const said = payment
    ? words("announce", {
        ...{ at: at + 1, of: page.rows.length, payer: payment.payerName || t("payments.noName") },
        ...{ sum: formatMoney(payment.amount), proposals: found.proposed.length },
      })
    : t(`payments.empty.${filter}`);
  return (
    <>
      <PageHead title={words("title")} lead={words("lead")} actions={<WorkHelp locale={locale} />} />
      <PaymentTabs locale={locale} statements={permits(actor, "statement.read")} />
      <Filters
        label={t("filters")}
        options={options.map(({ state, count }) => ({
          href: listHref(PATH, { state }),
          title: t(`payments.filter.${state}`),
          current: state === filter,
          ...(count === undefined ? {} : { count }),
        }))}
      />
      <WorkKeys words={{ asks: words("keys.asks"), nothing: words("keys.nothing") }} said={said}>
        <div className="work" data-chosen={query.payment !== undefined}>
          <div className="queue">
            <h2 className="sr-only">{words("queue")}</h2>
            {page.rows.length === 0 && <EmptyState title={t(`payments.empty.${filter}`)} />}
            <WorkQueue
              locale={locale}
              current={payment?.id ?? null}
              rows={page.rows.map((row) => ({ ...row, href: listHref(PATH, { ...keep, payment: row.id }) }))}
            />
            <Pagination
              locale={locale}
              previous={page.previous && listHref(PATH, { state: filter, before: page.previous })}
              next={page.next && listHref(PATH, { state: filter, after: page.next })}
            />
          </div>
          <div className="line">
            {!found || !payment ? (
              page.rows.length > 0 && <EmptyState title={words("choose")}>{words("chooseText")}</EmptyState>
            ) : (
              <Stay href={listHref(PATH, { ...keep, payment: payment.id })} key={payment.id}>
                <div className="grid gap-8">
                  <Section title={t("payment.title", { sum: formatMoney(payment.amount) })}>
                    <p className="mb-3 lg:hidden">
                      <Link className="link" href={queue}>
                        {words("back")}
                      </Link>
                    </p>
                    <div className="mb-3">
                      <PaymentState locale={locale} payment={payment} />{" "}
                      <PaymentWhy locale={locale} payment={payment} />
                    </div>
                    <PaymentFacts locale={locale} payment={payment} />
                    <p className="mt-3 text-sm">
                      <Link className="link" href={`/staff/payments/${payment.id}`}>
                        {words("open")}
                      </Link>
                    </p>
                  </Section>
                  <PaymentPanel
                    {...{ locale, actor, settings: given.settings, found, q: query.q }}
                    place={{ path: PATH, keep: { ...keep, payment: payment.id }, doneHref: queue }}
                  />
                </div>
              </Stay>
            )}
          </div>
        </div>
      </WorkKeys>
    </>
  );
}
