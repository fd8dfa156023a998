import { checkSnapshotAction } from "#/app/_actions/edition/check-snapshot.ts";
import { pageSha256 } from "#/app/_editions/check-snapshot.ts";
import { DiffView } from "#/components/document/diff-view.tsx";
import { OpenForm } from "#/components/document/draft-open-form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { newestEdition } from "#/db/queries/edition-drafts.ts";
import { diffEditions } from "#/lib/editions/diff/diff-editions.ts";
import { sentenceOf } from "#/lib/editions/diff/sentence.ts";
import type { ImportedDocument } from "#/lib/editions/import/imported.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  fileId: string;
  slug: string;
  pinned: NonNullable<Awaited<ReturnType<typeof newestEdition>>>;
  document: ImportedDocument;
};

/** 1.9, 2.2: whether the outside page still reads as it was pinned, and what has changed; the button writes it down. */
export function SnapshotOutcome({ locale, fileId, slug, pinned, document }: Props) {
  const t = translator(locale, "editions");
  const { title, number, language } = pinned;
  const { clauses } = document.text;
  const same = pageSha256(pinned, clauses) === pinned.sha256;
  const diff = same ? null : diffEditions({ title, clauses: pinned.clauses }, { title, clauses });
  return (
    <>
      <Notice tone={same ? "done" : "needs"} title={same ? t("snapshots.willBeSame") : t("snapshots.willChange")}>
        <p>{same ? t("snapshots.willBeSameText", { number }) : t("snapshots.willChangeText")}</p>
      </Notice>
      <OpenForm action={checkSnapshotAction} hidden={{ fileId, slug, language }} label={t("snapshots.record")}>
        <SubmitButton>{t("snapshots.record")}</SubmitButton>
      </OpenForm>
      {diff && (
        <div>
          <p className="mb-4 max-w-measure text-lg">{sentenceOf(diff, locale)}</p>
          <DiffView diff={diff} locale={locale} language={language} />
        </div>
      )}
    </>
  );
}
