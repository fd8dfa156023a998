import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { AsOfForm } from "#/components/document/as-of-form.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { asOf } from "../_data/as-of.ts";
import { shelf, today } from "../_data/library.ts";
import { pageMetadata } from "../_data/page-metadata.ts";
import { AsOfNotice } from "./_as-of-notice.tsx";
import { LibraryTable } from "./_library-table.tsx";
import { TermsTable } from "./_terms-table.tsx";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "public");
  return pageMetadata({
    locale,
    title: t("library.title"),
    description: t("library.description"),
    path: "/documents",
  });
}

/** Everything that is published, as it is in force today or was on another day. */
export default async function LibraryPage({ searchParams }: { searchParams: Query }) {
  const [locale, on, { on: typed }] = await Promise.all([requestLocale(), today(), searchParams]);
  const t = translator(locale, "public");
  const library = translator(locale, "library");
  const asked = asOf(typed, on);
  const documents = await shelf(asked.day);
  return (
    <>
      <PageHead title={t("library.title")} lead={<p className="max-w-measure">{t("library.lead")}</p>} />
      <div className="mb-8 grid max-w-[52rem] gap-4">
        <AsOfForm locale={locale} action="/documents" day={asked.day} />
        <AsOfNotice {...{ locale, asOf: asked, today: on }} path="/documents" />
      </div>
      {documents.length > 0 ? (
        <LibraryTable {...{ locale, documents, asOf: asked }} />
      ) : (
        <EmptyState title={t("library.empty")}>{t("library.emptyText")}</EmptyState>
      )}
      <p className="mt-4 text-muted text-sm">
        <a className="link" href="/api/documents">
          {library("index")}
        </a>
      </p>
      <div className="mt-12">
        <Section
          title={library("terms.title")}
          aside={
            <a className="link text-sm" href="/documents/compare">
              {library("terms.compare")}
            </a>
          }
        >
          <p className="mb-4 max-w-measure text-muted">{library("terms.lead")}</p>
          <TermsTable locale={locale} asOf={asked} />
          <p className="mt-4">
            <a className="link" href="/check">
              {library("check.link")}
            </a>
          </p>
        </Section>
      </div>
    </>
  );
}
