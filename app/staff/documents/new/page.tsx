import { newDraftAction } from "#/app/_actions/edition/new-draft.ts";
import { DraftImport } from "#/components/document/draft-import.tsx";
import { CopyForms, NewDocumentFields } from "#/components/document/draft-new.tsx";
import { OpenForm } from "#/components/document/draft-open-form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { allEditions } from "#/db/queries/documents.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";
import { DeskCrumbs } from "../_crumbs.tsx";
import { importWords } from "../_import-words.ts";

/** Three ways to a draft: a copy of the newest edition, a file or pasted text, a new document. */
export default async function NewDraftPage() {
  const { locale, read } = await staffPage("edition.draft");
  const t = translator(locale, "editions");
  const editions = await read(allEditions);
  // Newest first: the first of a document and language is the one to begin with.
  const newest = editions.filter(
    (one, at) => editions.findIndex(({ slug, language }) => slug === one.slug && language === one.language) === at,
  );
  const words = translator(locale, "public");
  const targets = [
    ...newest.map(({ slug, language, title }) => ({
      query: new URLSearchParams({ document: slug, language }).toString(),
      title: `${title}, ${words(`library.languages.${language}`)}`,
    })),
    { query: "", title: t("new.founding") },
  ];
  return (
    <>
      <PageHead above={<DeskCrumbs locale={locale} />} title={t("new.title")} lead={t("new.lead")} />
      <div className="grid grid-cols-1 gap-8">
        <Section title={t("new.next")}>
          <p className="mb-4 max-w-measure text-muted text-sm">{t("new.nextText")}</p>
          <CopyForms locale={locale} editions={newest} action={newDraftAction} />
        </Section>
        <Section title={t("new.import")}>
          <p className="mb-4 max-w-measure text-muted text-sm">{t("new.importText")}</p>
          <DraftImport label={t("new.import")} words={importWords(locale)} targets={targets} />
        </Section>
        <Section title={t("new.found")}>
          <p className="mb-4 max-w-measure text-muted text-sm">{t("new.foundText")}</p>
          <OpenForm action={newDraftAction} hidden={{ way: "document" }} label={t("new.found")}>
            <NewDocumentFields locale={locale} />
            <SubmitButton>{t("new.create")}</SubmitButton>
          </OpenForm>
        </Section>
      </div>
    </>
  );
}
