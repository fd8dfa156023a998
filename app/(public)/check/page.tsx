import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { CheckAnswer } from "#/components/terms/check-answer.tsx";
import { CheckForm } from "#/components/terms/check-form.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { COUNTRIES, OTHER_COUNTRY } from "#/lib/terms/countries.ts";
import { governedBy } from "#/lib/terms/governed-by.ts";
import { today } from "../_data/library.ts";
import { type OrderQuery, orderQuery } from "../_data/order-query.ts";
import { pageMetadata } from "../_data/page-metadata.ts";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "library");
  return pageMetadata({ locale, title: t("check.title"), description: t("check.lead"), path: "/check" });
}

/** Whose terms a portal lives by, and whether a certificate of this seller can be activated there (1.2, 1.3). */
export default async function CheckPage({ searchParams }: { searchParams: OrderQuery }) {
  const [locale, on, query] = await Promise.all([requestLocale(), today(), searchParams]);
  const { portal } = await orderQuery(searchParams);
  const t = translator(locale, "library");
  const asked = typeof query.country === "string" ? query.country.toUpperCase() : "BY";
  const country = COUNTRIES.includes(asked) || asked === OTHER_COUNTRY ? asked : "BY";
  const found = portal === "" ? null : governedBy(portal, country, on);
  const wrong = found && !found.ok ? found.error : query.portal === undefined || found ? null : "field.required";
  return (
    <>
      <PageHead title={t("check.title")} lead={<p className="max-w-measure">{t("check.lead")}</p>} />
      <CheckForm {...{ locale, portal, country }} error={wrong ? errorWords(locale)(wrong) : undefined} />
      <div className="mt-10 max-w-[52rem]">
        {found?.ok ? (
          <CheckAnswer locale={locale} governed={found.value} />
        ) : (
          !wrong && <EmptyState title={t("check.empty")}>{t("check.emptyText")}</EmptyState>
        )}
      </div>
    </>
  );
}
