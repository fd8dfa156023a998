import { notFound } from "next/navigation";

import { PaymentState } from "#/components/payment/payment-state.tsx";
import { ProgressBar } from "#/components/payment/progress-bar.tsx";
import { StatementLines } from "#/components/payment/statement-lines.tsx";
import { listHref } from "#/components/staff/query.ts";
import { RefreshWhile } from "#/components/staff/refresh-while.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { findStatement, LINES_SHOWN, linesOfStatement } from "#/db/queries/staff-statements.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { idOf, staffPage } from "../../../_page.ts";

export default async function StatementPage({ params }: { params: Promise<{ id: string }> }) {
  const { locale, t, read } = await staffPage("statement.read");
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const one = await findStatement(tx, id);
    return one && { ...one, lines: await linesOfStatement(tx, id) };
  });
  if (!found) notFound();
  const { statement, fileName, counts, lines } = found;
  const busy = counts.unmatched > 0;
  const toDecide = counts.proposed + counts.unidentified;
  const looked = Object.values(counts).reduce((sum, count) => sum + count);
  const figures = [
    { key: "allocated", value: counts.allocated + counts.balance },
    { key: "proposed", value: counts.proposed },
    { key: "unidentified", value: counts.unidentified },
    { key: "unmatched", value: counts.unmatched },
    { key: "duplicates", value: statement.lines - statement.newLines },
  ] as const;
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/staff/payments/statements", title: t("statements.title") }]}
          />
        }
        title={t("statement.title", { from: formatDay(statement.dateFrom), to: formatDay(statement.dateTo) })}
        lead={
          <span className="break-words">
            {formatIban(statement.account)} · {fileName}
          </span>
        }
      />
      <RefreshWhile busy={busy} />
      <div className="grid gap-8">
        <Notice
          tone={busy ? "running" : toDecide > 0 ? "needs" : "done"}
          title={busy ? t("statement.matching") : t("statement.matched")}
          announce
        >
          <p>
            {busy
              ? t("statement.matchingText", { left: counts.unmatched })
              : toDecide > 0
                ? t("statement.toDecide", { count: toDecide })
                : t("statement.nothingToDecide")}
          </p>
          {busy && (
            <div className="mt-3 max-w-form">
              <ProgressBar value={looked - counts.unmatched} max={looked} label={t("statement.matching")} />
            </div>
          )}
          {!busy && toDecide > 0 && (
            <p className="mt-3">
              <LinkButton
                href={listHref("/staff/payments", { state: counts.proposed > 0 ? "decide" : "unidentified" })}
                small
              >
                {t("statement.decide")}
              </LinkButton>
            </p>
          )}
        </Notice>
        <dl className="tally">
          {figures.map(({ key, value }) => (
            <div key={key}>
              <dt>{t(`statement.count.${key}`)}</dt>
              <dd>{value}</dd>
            </div>
          ))}
        </dl>
        <p className="text-muted tabular-nums">
          {t("checks.balance", {
            opening: formatAmount(statement.opening),
            credits: formatAmount(statement.credits),
            debits: formatAmount(statement.debits),
            closing: formatAmount(statement.closing),
          })}
        </p>
        <Section title={t("statements.linesTitle")}>
          {lines.length === 0 ? (
            <EmptyState title={t("statement.noNew")}>{t("statement.noNewText")}</EmptyState>
          ) : (
            <StatementLines
              locale={locale}
              lines={lines.map((line) => ({
                ...line,
                key: line.id,
                href: `/staff/payments/${line.id}`,
                payer: line.payerName,
                unp: line.payerUnp,
                state: <PaymentState locale={locale} payment={line} />,
              }))}
            />
          )}
          {lines.length === LINES_SHOWN && (
            <p className="mt-4 text-muted">{t("statements.more", { shown: LINES_SHOWN, total: statement.newLines })}</p>
          )}
        </Section>
      </div>
    </>
  );
}
