import type { Metadata } from "next";
import { redirect } from "next/navigation";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { CodeForm } from "#/components/verify/code-form.tsx";
import { FindByFile } from "#/components/verify/find-by-file.tsx";
import { readPaperCode } from "#/lib/documents/verify/code.ts";
import { translator } from "#/lib/messages/messages.ts";
import { pageMetadata } from "../_data/page-metadata.ts";

type Query = Promise<Record<string, string | string[] | undefined>>;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "verify");
  return pageMetadata({ locale, title: t("page.title"), description: t("page.description"), path: "/verify" });
}

/** Is this paper ours? By the code at its foot, or by its very bytes. */
export default async function VerifyPage({ searchParams }: { searchParams: Query }) {
  const [locale, { code }] = await Promise.all([requestLocale(), searchParams]);
  const t = translator(locale, "verify");
  const typed = typeof code === "string" ? code.slice(0, 120) : "";
  const read = readPaperCode(typed);
  if (read) redirect(`/verify/${read}`);
  const words = {
    field: t("file.field"),
    reading: t("file.reading"),
    cannot: t("file.cannot"),
    unreadable: t("file.unreadable"),
  };
  return (
    <>
      <PageHead title={t("page.title")} lead={t("page.lead")} />
      <div className="grid gap-12">
        <CodeForm locale={locale} typed={typed} error={typed ? t("page.wrongCode") : undefined} />
        <Section title={t("page.byFile")}>
          <p className="mb-4 max-w-measure">{t("page.byFileLead")}</p>
          <FindByFile words={words} />
          <noscript>
            <p className="mt-4 text-muted">{t("file.noScriptPage")}</p>
          </noscript>
        </Section>
      </div>
    </>
  );
}
