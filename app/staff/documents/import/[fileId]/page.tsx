import { notFound } from "next/navigation";

import { importedFile } from "#/app/_editions/imported.ts";
import { ClauseView } from "#/components/document/clause-view.tsx";
import { ImportFigures, ImportNotes } from "#/components/document/draft-import-report.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { documentBySlug, newestEdition } from "#/db/queries/edition-drafts.ts";
import { EDITION_LANGUAGES } from "#/lib/editions/new-draft.ts";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { idOf, oneOf, type Query, staffPage } from "../../../_page.ts";
import { DeskCrumbs } from "../../_crumbs.tsx";
import { SaveImport } from "./_save.tsx";
import { SnapshotOutcome } from "./_snapshot.tsx";

type Props = { params: Promise<{ fileId: string }>; searchParams: Query };

/** What the importer read of a file, before anything is made of it: a draft, or a check of an outside page. */
export default async function ImportPreviewPage({ params, searchParams }: Props) {
  const { actor, locale, read } = await staffPage("edition.draft");
  const t = translator(locale, "editions");
  const fileId = idOf((await params).fileId);
  const query = await oneOf(searchParams);
  const language = EDITION_LANGUAGES.find((one) => one === query.language) ?? null;
  const slug = query.snapshot ?? query.document;
  const found = await read(async (tx) => {
    const imported = await importedFile(tx, actor, fileId);
    const document = slug ? await documentBySlug(tx, slug) : null;
    const newest = document && language ? await newestEdition(tx, document.id, language) : null;
    return { imported, document, newest };
  });
  if (!found.imported || (slug && !found.document)) notFound();
  const { file, read: result } = found.imported;
  const pinned = query.snapshot && found.newest?.sourceUrl ? found.newest : null;
  const back = query.snapshot ? "/staff/documents/snapshots" : "/staff/documents/new";
  const head = (
    <PageHead
      above={
        <DeskCrumbs
          locale={locale}
          more={[{ href: back, title: query.snapshot ? t("snapshots.title") : t("new.title") }]}
        />
      }
      title={t("import.title")}
      lead={<span className="break-words">{file.name}</span>}
      actions={
        <LinkButton href={back} look="secondary">
          {t("import.another")}
        </LinkButton>
      }
    />
  );
  if (!result.ok)
    return (
      <>
        {head}
        <Notice tone="late" title={t("import.refused")}>
          <p>{errorWords(locale)(result.error.code, result.error.params)}</p>
        </Notice>
      </>
    );
  const document = result.value;
  return (
    <>
      {head}
      <div className="grid grid-cols-1 gap-8">
        <ImportFigures locale={locale} document={document} />
        {pinned ? (
          <SnapshotOutcome locale={locale} fileId={fileId} slug={slug ?? ""} pinned={pinned} document={document} />
        ) : (
          <SaveImport
            {...{ locale, fileId, document }}
            target={
              found.document && {
                slug: found.document.slug,
                title: found.newest?.title ?? document.text.title,
                language,
              }
            }
          />
        )}
        <ImportNotes locale={locale} document={document} />
        <Section title={t("import.read")}>
          <div className="clauses" lang={document.language ?? undefined}>
            {document.text.clauses.map((clause) => (
              <ClauseView key={clause.id} clause={clause} locale={locale} />
            ))}
          </div>
        </Section>
      </div>
    </>
  );
}
