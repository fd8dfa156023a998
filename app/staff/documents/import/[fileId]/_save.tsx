import { importDraftAction } from "#/app/_actions/edition/import-draft.ts";
import { LanguageSelect, NewDocumentFields } from "#/components/document/draft-new.tsx";
import { OpenForm } from "#/components/document/draft-open-form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { ImportedDocument } from "#/lib/editions/import/imported.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  fileId: string;
  document: ImportedDocument;
  /** The document that gets a new edition; null: one that the library does not have yet. */
  target: { slug: string; title: string; language: string | null } | null;
};

/** The second half of an import: what was read becomes a draft. */
export function SaveImport({ locale, fileId, document, target }: Props) {
  const t = translator(locale, "editions");
  const language = target?.language ?? document.language ?? "ru";
  const hidden: Record<string, string> = target
    ? { fileId, way: "next", slug: target.slug }
    : { fileId, way: "document" };
  return (
    <Section title={t("import.notSaved")}>
      <p className="mb-4 max-w-measure text-muted text-sm">{t("import.notSavedText")}</p>
      <OpenForm action={importDraftAction} hidden={hidden} label={t("import.save")}>
        {target ? (
          <>
            <TextInput name="title" label={t("new.name")} defaultValue={target.title} />
            <LanguageSelect locale={locale} language={language} />
          </>
        ) : (
          <NewDocumentFields locale={locale} title={document.text.title} language={language} />
        )}
        <SubmitButton>{t("import.save")}</SubmitButton>
      </OpenForm>
    </Section>
  );
}
