import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { FactChanges } from "#/components/terms/fact-changes.tsx";
import { FactsTable } from "#/components/terms/facts-table.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { TERMS, TOS_2021, TOS_2024 } from "#/lib/terms/documents.ts";
import { pageMetadata } from "../../_data/page-metadata.ts";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "library");
  return pageMetadata({
    locale,
    title: t("compare.title"),
    description: t("compare.lead"),
    path: "/documents/compare",
  });
}

/** The terms of all sides next to each other, and what the operator changed from one edition to the next. */
export default async function ComparePage() {
  const locale = await requestLocale();
  const t = translator(locale, "library");
  return (
    <>
      <PageHead
        above={
          <a className="link text-sm" href="/documents">
            {translator(locale, "public")("library.title")}
          </a>
        }
        title={t("compare.title")}
        lead={<p className="max-w-measure">{t("compare.lead")}</p>}
      />
      <FactsTable locale={locale} documents={TERMS} />
      <div id="changes" className="mt-14 scroll-mt-20">
        <Section title={t("compare.changes")}>
          <p className="mb-4 max-w-measure text-muted">{t("compare.changesLead", { title: TOS_2024.title })}</p>
          <FactChanges locale={locale} before={TOS_2021} after={TOS_2024} />
        </Section>
      </div>
    </>
  );
}
