import { DraftImport } from "#/components/document/draft-import.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { snapshotHistory, snapshots } from "#/db/queries/snapshots.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";
import { DeskCrumbs } from "../_crumbs.tsx";
import { importWords } from "../_import-words.ts";
import { SnapshotChecks } from "./_checks.tsx";

/** 1.9, 2.2: outside pages that acceptances are pinned to, when each was last compared, and the form that compares it. */
export default async function SnapshotsPage() {
  const { actor, locale, read } = await staffPage("edition.read");
  const t = translator(locale, "editions");
  const { pages, checks } = await read(async (tx) => ({
    pages: await snapshots(tx),
    checks: await snapshotHistory(tx),
  }));
  const may = permits(actor, "edition.draft");
  return (
    <>
      <PageHead above={<DeskCrumbs locale={locale} />} title={t("snapshots.title")} lead={t("snapshots.lead")} />
      {pages.length === 0 && <EmptyState title={t("snapshots.none")}>{t("snapshots.noneText")}</EmptyState>}
      <div className="grid grid-cols-1 gap-8">
        {pages.map(({ documentId, slug, language, title, number, publishedOn, sourceUrl, example }) => {
          const own = checks.filter((one) => one.documentId === documentId && one.language === language);
          const [last] = own;
          const query = new URLSearchParams({ snapshot: slug, language }).toString();
          return (
            <Section key={`${slug}/${language}`} title={<span lang={language}>{title}</span>}>
              <div className="grid gap-4">
                <p>
                  {t("snapshots.page")}:{" "}
                  <a className="link wrap-anywhere" href={sourceUrl ?? ""} rel="noopener">
                    {sourceUrl}
                  </a>
                </p>
                <p className="num whitespace-normal!">
                  {t("snapshots.pinned", { number, date: formatDay(publishedOn) })}.{" "}
                  {last
                    ? `${t("snapshots.last", { date: formatDay(dayInMinsk(last.checkedAt)) })}: ${t(`snapshots.${last.outcome}`)}.`
                    : `${t("snapshots.never")}.`}
                </p>
                {example && <Notice tone="needs" title={t("snapshots.example")} />}
                {may && (
                  <>
                    <p className="max-w-measure text-muted text-sm">{t("snapshots.save")}</p>
                    <DraftImport
                      label={`${t("snapshots.check")}: ${title}`}
                      words={{ ...importWords(locale), read: t("snapshots.check") }}
                      targets={[{ query, title }]}
                    />
                  </>
                )}
                {own.length > 0 && <SnapshotChecks locale={locale} checks={own} />}
              </div>
            </Section>
          );
        })}
      </div>
    </>
  );
}
