import { commentOnDraftAction } from "#/app/_actions/edition/comment-on-draft.ts";
import { settleCommentAction } from "#/app/_actions/edition/settle-comment.ts";
import { leadOf } from "#/app/_editions/lead.ts";
import { ClauseView } from "#/components/document/clause-view.tsx";
import { CommentForm, CommentList } from "#/components/document/draft-comments.tsx";
import { EditionHead } from "#/components/document/edition-head.tsx";
import { PriceTable } from "#/components/document/price-table.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import { commentsOf, newestEdition } from "#/db/queries/edition-drafts.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { earliestInForce } from "#/lib/editions/draft.ts";
import { type Clause, findClause } from "#/lib/editions/edition.ts";
import { oneOf, type Query } from "../../../../_page.ts";
import { DraftFrame, type DraftParams, draftPage } from "../_draft.tsx";

/** The edition as readers will see it, with what colleagues say of its clauses beside them. */
export default async function DraftPreviewPage({ params, searchParams }: { params: DraftParams; searchParams: Query }) {
  const page = await draftPage(params, async (tx, draft, today) => ({
    comments: await commentsOf(tx, draft.id),
    before: await newestEdition(tx, draft.documentId, draft.language),
    lead: await leadOf(tx, draft, today),
  }));
  const { locale, today, t, draft, more } = page;
  const { comments, before, lead } = more;
  const publishedOn = draft.publishOn ?? today;
  const inForceFrom = draft.inForceFrom ?? earliestInForce(publishedOn, lead);
  const published = draft.stage === "published";
  const number = (before?.number ?? 0) + (published ? 0 : 1);
  const { clause: chosen = "" } = await oneOf(searchParams);
  const of = (id: string | null) => comments.filter((one) => one.clause === id);
  const apart = comments.filter(({ clause }) => clause === null || findClause(draft, clause) === null);
  const beside = ({ id, number: name, heading }: Clause) => (
    <div className="beside">
      <CommentList
        locale={locale}
        comments={of(id).map((one) => ({ ...one, clause: null }))}
        settle={settleCommentAction}
      />
      <Link className="link" href={`?clause=${encodeURIComponent(id)}#comment`}>
        {t("comments.addShort")}
        <span className="sr-only"> {t("comments.addTo", { clause: name ?? heading ?? id })}</span>
      </Link>
    </div>
  );
  return (
    <DraftFrame page={page}>
      <Notice title={t(draft.publishOn ? "preview.scheduled" : "preview.asIf", { date: formatDay(publishedOn) })} />
      <article className="living">
        <EditionHead
          heading="h2"
          {...{ locale, language: draft.language, edition: { ...draft, number, publishedOn, inForceFrom } }}
        />
        {draft.prices.length > 0 && (
          <div className="mt-8">
            <PriceTable
              locale={locale}
              prices={draft.prices.map(({ amount, ...row }) => ({ ...row, amount: BigInt(amount) }))}
              vatNote={t("preview.vat")}
            />
          </div>
        )}
        <div className="clauses mt-8" lang={draft.language}>
          {draft.clauses.map((clause) => (
            <ClauseView key={clause.id} clause={clause} locale={locale} beside={beside} />
          ))}
        </div>
      </article>
      <Section title={<span id="comment">{t("comments.add")}</span>}>
        <CommentForm
          {...{ locale, draftId: draft.id, clauses: draft.clauses, add: commentOnDraftAction }}
          chosen={findClause(draft, chosen)?.id ?? ""}
        />
      </Section>
      {apart.length > 0 && (
        <Section title={t("comments.whole")}>
          <CommentList locale={locale} comments={apart} settle={settleCommentAction} />
        </Section>
      )}
    </DraftFrame>
  );
}
