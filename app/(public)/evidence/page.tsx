import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { HeadsTable } from "#/components/evidence/heads-table.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { database } from "#/db/client.ts";
import { allSeals } from "#/db/queries/evidence-seals.ts";
import { translator } from "#/lib/messages/messages.ts";
import { kept } from "../_data/kept.ts";
import { pageMetadata } from "../_data/page-metadata.ts";

/** A new head comes once a day; a crowd of readers asks the database once in half a minute. */
const seals = kept(30_000, () => allSeals(database()));
/** The page is for people; programs and auditors take all of them as JSON. */
const SHOWN = 366;

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "evidence");
  return pageMetadata({ locale, title: t("page.title"), description: t("page.description"), path: "/evidence" });
}

/** Heads of the log, so that nobody can rewrite history unseen (6.7), and how a lawyer checks one. */
export default async function EvidencePage() {
  const [locale, all] = await Promise.all([requestLocale(), seals()]);
  const t = translator(locale, "evidence");
  return (
    <>
      <PageHead title={t("page.title")} />
      <div className="grid gap-12">
        <p className="max-w-measure">{t("page.lead")}</p>
        <Section title={t("page.how")}>
          <ol className="grid max-w-measure list-decimal gap-3 ps-6">
            <li>{t("page.step1")}</li>
            <li>{t("page.step2")}</li>
            <li>{t("page.step3")}</li>
          </ol>
        </Section>
        <Section title={t("page.table")}>
          <HeadsTable locale={locale} heads={all.slice(-SHOWN).reverse()} />
          <p className="mt-4">
            <a className="link" href="/api/evidence/heads">
              {t("page.json")}
            </a>
          </p>
        </Section>
      </div>
    </>
  );
}
