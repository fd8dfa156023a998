import { editDraftAction } from "#/app/_actions/edition/edit-draft.ts";
import { ClauseView } from "#/components/document/clause-view.tsx";
import { DraftHead, DraftText } from "#/components/document/draft-text.tsx";
import { Section } from "#/components/ui/section.tsx";
import { toMarkdown } from "#/lib/editions/to-markdown.ts";
import { DraftFrame, type DraftParams, draftPage, EditNotice, revOf } from "../_draft.tsx";

/** The words of a draft: its clauses as Markdown, and what stands above them. */
export default async function DraftTextPage({ params }: { params: DraftParams }) {
  const page = await draftPage(params, async () => null);
  const { locale, t, draft, locked } = page;
  const { title, subtitle, orderNumber, orderDate, sourceUrl, clauses } = draft;
  const head = { title, subtitle, orderNumber, orderDate, sourceUrl };
  const form = { locale, action: editDraftAction, draft };
  return (
    <DraftFrame page={page}>
      <EditNotice locale={locale} locked={locked} draft={draft} />
      {locked ? (
        <div className="clauses" lang={draft.language}>
          {clauses.map((clause) => (
            <ClauseView key={clause.id} clause={clause} locale={locale} />
          ))}
        </div>
      ) : (
        <>
          <Section title={t("text.source")}>
            <DraftText {...form} rev={revOf(clauses)} source={toMarkdown(clauses)} />
          </Section>
          <Section title={t("text.head")}>
            <DraftHead {...form} rev={revOf(head)} head={head} />
          </Section>
        </>
      )}
    </DraftFrame>
  );
}
