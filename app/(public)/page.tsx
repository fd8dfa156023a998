import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { Path } from "#/components/home/path.tsx";
import { PortalForm } from "#/components/home/portal-form.tsx";
import { PriceFrom } from "#/components/home/price-from.tsx";
import { Questions } from "#/components/home/questions.tsx";
import { ScheduledPrices } from "#/components/price/scheduled-prices.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Section } from "#/components/ui/section.tsx";
import { OFFER, PRICE_LIST, USAGE_RULES } from "#/db/queries/documents.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { ifPaidToday } from "#/lib/contract/if-paid-today.ts";
import { env } from "#/lib/env.ts";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { scheduledPrices } from "#/lib/price-list/history.ts";
import { checkPortal } from "#/lib/requisites/portal.ts";
import { organisation } from "./_data/facts.ts";
import { JsonLd } from "./_data/json-ld.tsx";
import { calendar, inForce, pricesOfAll, settings, today } from "./_data/library.ts";
import { ORDER, type OrderQuery, orderQuery } from "./_data/order-query.ts";
import { pageMetadata } from "./_data/page-metadata.ts";

const DEFAULT_DAYS = 15;

export async function generateMetadata(): Promise<Metadata> {
  const [locale, offer] = await Promise.all([requestLocale(), today().then((on) => inForce(OFFER, on))]);
  const t = translator(locale, "public");
  const days = offer?.edition.bindings?.activationWorkingDays ?? DEFAULT_DAYS;
  const words = { title: t("home.title"), description: t("home.description", { days }) };
  return { ...pageMetadata({ locale, ...words, path: "/" }), title: { absolute: words.title } };
}

export default async function HomePage({ searchParams }: { searchParams: OrderQuery }) {
  const [locale, on, { portal, months }] = await Promise.all([requestLocale(), today(), orderQuery(searchParams)]);
  const [offer, priceList, rules, decided, working, history] = await Promise.all([
    inForce(OFFER, on),
    inForce(PRICE_LIST, on),
    inForce(USAGE_RULES, on),
    settings(on),
    calendar(),
    pricesOfAll(PRICE_LIST),
  ]);
  const t = translator(locale, "public");
  const { bindings, seller } = offer?.edition ?? {};
  if (!bindings || !seller || !priceList || !rules)
    return (
      <>
        <h1>{t("home.heading")}</h1>
        <EmptyState
          title={t("home.notSelling")}
          action={
            <a className="btn primary" href="/documents">
              {t("library.title")}
            </a>
          }
        >
          {t("home.notSellingText")}
        </EmptyState>
      </>
    );

  const wrong = portal === "" ? null : checkPortal(portal).reason;
  const { prices, example } = priceList.edition;
  const offerHref = `/documents/${OFFER}`;
  return (
    <>
      <JsonLd data={organisation(seller, env().PUBLIC_ORIGIN)} />
      <h1 className="max-w-[46rem]">{t("home.heading")}</h1>
      <PortalForm
        locale={locale}
        action={ORDER}
        typed={portal}
        months={months}
        error={wrong ? errorWords(locale)(wrong) : undefined}
      />
      <p className="no-print mt-3 text-sm">
        <a className="link" href="/check">
          {translator(locale, "library")("check.link")}
        </a>
      </p>
      <PriceFrom locale={locale} prices={prices} example={example} priceListHref={`/documents/${PRICE_LIST}`} />
      <ScheduledPrices locale={locale} slug={PRICE_LIST} next={scheduledPrices(prices, history, on)} />
      <div className="mt-12 grid gap-12">
        <Section title={t("path.heading", { date: formatDay(on) })}>
          <Path locale={locale} dates={ifPaidToday(working, decided, bindings, on)} offerHref={offerHref} />
          <p className="mt-6">
            <Link className="link" href="/dates">
              {translator(locale, "dates")("page.description")}
            </Link>
          </p>
        </Section>
        <Section title={t("questions.heading")}>
          <Questions locale={locale} offerHref={offerHref} bindings={bindings} />
        </Section>
      </div>
    </>
  );
}
