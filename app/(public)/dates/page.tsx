import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { DatesForm } from "#/components/calendar/dates-form.tsx";
import { DatesTable } from "#/components/calendar/dates-table.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { OFFER, PRICE_LIST } from "#/db/queries/documents.ts";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { CONTRACT_DATES, contractDates } from "#/lib/contract/dates.ts";
import { translator } from "#/lib/messages/messages.ts";
import { calendar, inForce, settings, today } from "../_data/library.ts";
import { pageMetadata } from "../_data/page-metadata.ts";

type Query = Promise<Record<string, string | string[] | undefined>>;

const FIRST = "2023-01-01";
const LAST = "2099-12-31";
const LONGEST_FIELD = 20;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "dates");
  return pageMetadata({ locale, title: t("page.title"), description: t("page.description"), path: "/dates" });
}

/** Pick a day of payment, see every date of the contract with its arithmetic; the same engine as the contracts' own. */
export default async function DatesPage({ searchParams }: { searchParams: Query }) {
  const [locale, on, asked] = await Promise.all([requestLocale(), today(), searchParams]);
  const [offer, priceList, decided, working] = await Promise.all([
    inForce(OFFER, on),
    inForce(PRICE_LIST, on),
    settings(on),
    calendar(),
  ]);
  const t = translator(locale, "dates");
  const { bindings } = offer?.edition ?? {};
  if (!bindings || !priceList)
    return (
      <>
        <h1>{t("page.title")}</h1>
        <EmptyState title={translator(locale, "public")("home.notSelling")} />
      </>
    );
  const periods = [...new Set(priceList.edition.prices.map(({ months }) => months))].sort((a, b) => a - b);
  const months = periods.find((one) => String(one) === asked.months) ?? periods.at(-1) ?? 1;
  const typed = typeof asked.paid === "string" ? asked.paid.trim().slice(0, LONGEST_FIELD) : null;
  const paidOn = typed === null ? on : dayWithin(typed);
  const caption = paidOn
    ? t("page.result", { date: formatDay(paidOn), months: t("page.monthsValue", { count: months }) })
    : "";
  const dates = paidOn && contractDates(working, decided, bindings, { paidOn, months });
  const provisional = dates && CONTRACT_DATES.some((name) => dates[name].explanation.counted.provisional);
  return (
    <>
      <PageHead title={t("page.title")} lead={t("page.description")} />
      <DatesForm
        locale={locale}
        paid={paidOn ? formatDay(paidOn) : (typed ?? "")}
        months={months}
        periods={periods}
        error={paidOn ? undefined : t("page.wrong")}
      />
      {dates && (
        <div className="mt-10">
          <Section title={caption}>
            <p className="mb-4 max-w-measure text-muted">{t("page.lead")}</p>
            <DatesTable locale={locale} dates={dates} offerHref={`/documents/${OFFER}`} caption={caption} />
            {provisional && <p className="mt-4 max-w-measure text-muted text-sm">{t("page.provisional")}</p>}
          </Section>
        </div>
      )}
    </>
  );
}

function dayWithin(text: string): Day | null {
  const day = parseDay(text);
  return day && day >= FIRST && day <= LAST ? day : null;
}
