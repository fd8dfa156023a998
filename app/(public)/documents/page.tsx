import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { shelf, today } from "../_data/library.ts";
import { pageMetadata } from "../_data/page-metadata.ts";
import { LibraryTable } from "./_library-table.tsx";

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

export default async function LibraryPage() {
  const [locale, on] = await Promise.all([requestLocale(), today()]);
  const t = translator(locale, "public");
  const documents = await shelf(on);
  return (
    <>
      <PageHead title={t("library.title")} lead={<p className="max-w-measure">{t("library.lead")}</p>} />
      {documents.length > 0 ? (
        <LibraryTable locale={locale} documents={documents} />
      ) : (
        <EmptyState title={t("library.empty")}>{t("library.emptyText")}</EmptyState>
      )}
    </>
  );
}
