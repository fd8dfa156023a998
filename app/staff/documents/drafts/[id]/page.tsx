import { checkDraftAction } from "#/app/_actions/edition/check-draft.ts";
import { releaseDraftAction } from "#/app/_actions/edition/release-draft.ts";
import { returnDraftAction } from "#/app/_actions/edition/return-draft.ts";
import { settleCommentAction } from "#/app/_actions/edition/settle-comment.ts";
import { submitDraftAction } from "#/app/_actions/edition/submit-draft.ts";
import { withdrawDraftAction } from "#/app/_actions/edition/withdraw-draft.ts";
import { leadOf } from "#/app/_editions/lead.ts";
import { lintDraft } from "#/app/_editions/lint-draft.ts";
import { CommentList } from "#/components/document/draft-comments.tsx";
import { DraftFindings } from "#/components/document/draft-findings.tsx";
import { DraftHistory } from "#/components/document/draft-history.tsx";
import { DraftMoves } from "#/components/document/draft-moves.tsx";
import { DraftRelease } from "#/components/document/draft-release.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import { commentsOf, historyOfDraft, newestEdition } from "#/db/queries/edition-drafts.ts";
import { moveChoices } from "#/lib/editions/draft-choices.ts";
import { gapsOf } from "#/lib/editions/draft-gaps.ts";
import { DraftFrame, type DraftParams, draftPage } from "./_draft.tsx";
import { DraftFacts } from "./_facts.tsx";

const ACTIONS = {
  ...{ submit: submitDraftAction, release: releaseDraftAction },
  ...{ return: returnDraftAction, withdraw: withdrawDraftAction },
};

/** Where a draft stands: what it lacks, whose move it is, what the linter and the colleagues say, what happened so far. */
export default async function DraftPage({ params }: { params: DraftParams }) {
  const page = await draftPage(params, async (tx, draft, today) => ({
    report: await lintDraft(tx, draft, today),
    comments: await commentsOf(tx, draft.id),
    history: await historyOfDraft(tx, draft),
    lead: await leadOf(tx, draft, today),
    before: await newestEdition(tx, draft.documentId, draft.language),
  }));
  const { actor, locale, today, draft, t, nameOf, more } = page;
  const { report, comments, history, lead, before } = more;
  const gaps = gapsOf(draft);
  const choices = moveChoices(draft, actor, { gaps: gaps.length, errors: report.errors.length });
  const passes = choices.some(({ move, why }) => move === "check" && why === null);
  const closed = choices.every(({ why }) => why === "closed");
  return (
    <DraftFrame page={page}>
      {gaps.length > 0 && !closed && (
        <Notice tone="needs" title={t("gaps.title")}>
          <ul>
            {gaps.map((gap) => (
              <li key={gap}>{t(`gaps.${gap}`)}</li>
            ))}
          </ul>
        </Notice>
      )}
      {draft.stage === "checked" && (
        <Notice tone="running" title={t("draft.fourEyes", { name: nameOf(draft.checkedBy) })}>
          <p>{t("draft.fourEyesText")}</p>
        </Notice>
      )}
      {!closed && (
        <Section title={t("moves.title")}>
          <DraftMoves
            {...{ locale, draft, choices, errors: report.errors.length, actions: ACTIONS }}
            findingsHref="#findings"
            release={<DraftRelease {...{ locale, kind: draft.kind, today, lead, before }} />}
          />
        </Section>
      )}
      <Section title={t("draft.facts")}>
        <DraftFacts {...{ locale, draft, nameOf, history }} />
      </Section>
      <Section title={<span id="findings">{t("findings.title")}</span>}>
        <DraftFindings {...{ locale, draft, report }} {...(passes && { check: checkDraftAction })} />
      </Section>
      <Section
        title={t("comments.title")}
        aside={
          <Link className="link text-sm" href={`/staff/documents/drafts/${draft.id}/preview#comment`}>
            {t("comments.add")}
          </Link>
        }
      >
        {comments.length === 0 && <EmptyState title={t("comments.none")} />}
        <CommentList {...{ locale, comments, settle: settleCommentAction }} />
      </Section>
      <Section title={t("history.title")}>
        <DraftHistory locale={locale} entries={history} />
      </Section>
    </DraftFrame>
  );
}
