import { PeriodForm } from "#/components/books/period-form.tsx";
import { MissingList } from "#/components/settlements/missing-list.tsx";
import { MonthPackForm } from "#/components/settlements/month-pack-form.tsx";
import { StatementView } from "#/components/settlements/statement-view.tsx";
import { TakeStatement } from "#/components/settlements/take-statement.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { editionInForce, OFFER } from "#/db/queries/documents.ts";
import { packDayOf, unsignedOf } from "#/db/queries/month-packs.ts";
import { findParty } from "#/db/queries/parties.ts";
import { movementsUntil } from "#/db/queries/reconciliations.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { readPeriod } from "#/lib/ledger/period.ts";
import { translator } from "#/lib/messages/messages.ts";
import { statementOf } from "#/lib/reconciliation/statement.ts";
import { cabinetPage, oneOf, type Query, titled } from "../_page.ts";

export const generateMetadata = titled("statement");

/** The statement of the party's account, what is unsigned, and the pack of a month. */
export default async function StatementPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, given, read } = await cabinetPage();
  const t = translator(locale, "settlements");
  const { today } = given;
  const period = readPeriod(await oneOf(searchParams), today);
  const { party, offer, movements, missing, packDay } = await read(async (tx) => ({
    party: await findParty(tx, actor, actor.partyId),
    offer: await editionInForce(tx, OFFER, today),
    ...(await movementsUntil(tx, actor.partyId, period.to)),
    missing: await unsignedOf(tx, actor.partyId, { to: today }),
    packDay: await packDayOf(tx, actor.partyId),
  }));
  const { from, to } = period;
  return (
    <>
      <PageHead
        title={t("title")}
        lead={
          <>
            <span className="no-print">{t("lead")}</span>
            <span className="hidden print:inline">
              {t("of", { name: party?.name ?? "", seller: offer?.seller?.shortName ?? "" })}{" "}
              {t("period", { from: formatDay(from), to: formatDay(to) })}
            </span>
          </>
        }
        actions={<TakeStatement locale={locale} partyId={actor.partyId} period={period} print />}
      />
      <PeriodForm locale={locale} action="/cabinet/statement" period={period} today={today} />
      <StatementView locale={locale} statement={statementOf(movements, period)} today={today} />
      <p className="no-print mt-4 flex flex-wrap gap-x-6 gap-y-2">
        <Link className="link" href="/cabinet/reconciliations">
          {translator(locale, "reconciliation")("list")}
        </Link>
        <Link className="link" href="/cabinet/refunds">
          {translator(locale, "layout")("cabinet.refunds")}
        </Link>
      </p>
      <div className="no-print mt-12 grid gap-12">
        <Section title={t("missing.title")}>
          <p className="mb-4 max-w-measure text-muted">{t("missing.lead")}</p>
          <MissingList locale={locale} rows={missing} />
        </Section>
        <Section title={t("pack.title")}>
          <p className="mb-4 max-w-measure text-muted">{t("pack.lead")}</p>
          <MonthPackForm locale={locale} partyId={actor.partyId} today={today} />
          <p className="mt-4 text-muted text-sm">
            {packDay ? t("pack.schedule", { day: packDay.workingDay }) : t("pack.unscheduled")}{" "}
            <Link className="link" href="/cabinet/notices/settings">
              {t("pack.choose")}
            </Link>
          </p>
        </Section>
      </div>
    </>
  );
}
