import { BooksTabs } from "#/components/books/books-tabs.tsx";
import { AgeOfAdvances } from "#/components/reports/age-of-advances.tsx";
import { CashDays } from "#/components/reports/cash-days.tsx";
import { MatchingWays } from "#/components/reports/matching-ways.tsx";
import { PriceEffect } from "#/components/reports/price-effect.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import {
  AGE_DAYS,
  ageOfAdvances,
  CASH_DAYS,
  daysToCash,
  matchingByMonth,
  soldIn,
} from "#/db/queries/report-figures.ts";
import { priceEffect, readMonths } from "#/lib/ledger/price-effect.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

/** Four questions about money, each drawn and told in figures. */
export default async function AnalysisPage({ searchParams }: { searchParams: Query }) {
  const { locale, given, read } = await staffPage("books.read");
  const t = translator(locale, "books");
  const [before, after] = readMonths(await oneOf(searchParams), given.today);
  const { matching, cash, age, effects } = await read(async (tx) => ({
    matching: await matchingByMonth(tx, given.today),
    cash: await daysToCash(tx, given.today),
    age: await ageOfAdvances(tx, given.today),
    effects: priceEffect(await soldIn(tx, before), await soldIn(tx, after)),
  }));
  return (
    <>
      <PageHead title={t("reports.analysis.title")} lead={t("reports.analysis.lead")} />
      <BooksTabs locale={locale} current="analysis" />
      <div className="grid gap-8">
        <MatchingWays locale={locale} months={matching} />
        <CashDays locale={locale} bounds={CASH_DAYS} counts={cash} />
        <AgeOfAdvances locale={locale} bounds={AGE_DAYS} buckets={age} />
        <PriceEffect locale={locale} months={{ before, after }} effects={effects} />
      </div>
    </>
  );
}
