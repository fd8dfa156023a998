import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Select, Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import type { Action } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Clause, walk } from "#/lib/editions/edition.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { clauseName } from "./draft-clause-name.ts";

export type DraftComment = {
  id: string;
  clause: string | null;
  text: string;
  authorName: string;
  writtenAt: Date;
  settledAt: Date | null;
};
type Settle = { locale: Locale; settle?: Action<unknown> };

/** Comments in the order they were written; whoever may, says that one is dealt with. */
export function CommentList({ locale, comments, settle }: Settle & { comments: readonly DraftComment[] }) {
  const t = translator(locale, "editions");
  return (
    <ul className="grid gap-3">
      {comments.map(({ id, clause, text, authorName, writtenAt, settledAt }) => (
        <li
          key={id}
          className="max-w-measure border-hairline border-s-2 ps-3 text-sm"
          data-settled={settledAt !== null}
        >
          <p className="text-muted">
            {clause && <span className="num">{clauseName(clause, locale)} · </span>}
            {authorName} · <MomentText at={writtenAt} />
          </p>
          <p className="whitespace-pre-line break-words">{text}</p>
          {settledAt && (
            <p className="text-muted">{t("comments.settled", { date: formatDay(dayInMinsk(settledAt)) })}</p>
          )}
          {!settledAt && settle && (
            <StepForm action={settle} hidden={{ commentId: id }} label={t("comments.settle")}>
              <SubmitButton look="quiet" small>
                {t("comments.settle")}
              </SubmitButton>
            </StepForm>
          )}
        </li>
      ))}
    </ul>
  );
}

type AddProps = { locale: Locale; draftId: string; clauses: readonly Clause[]; chosen: string; add: Action<unknown> };

/** A word about one clause or about all of the draft; `chosen` is the clause that the reader came from. */
export function CommentForm({ locale, draftId, clauses, chosen, add }: AddProps) {
  const t = translator(locale, "editions");
  return (
    <StepForm action={add} hidden={{ draftId }} label={t("comments.add")} draftKey={`comment:${draftId}`}>
      <Select key={chosen} name="clause" label={t("comments.clause")} defaultValue={chosen} optional>
        <option value="">{t("comments.whole")}</option>
        {[...walk(clauses)].map(({ clause }) => (
          <option key={clause.id} value={clause.id}>
            {short([clause.number, clause.heading ?? clause.paragraphs[0]].filter(Boolean).join(". "))}
          </option>
        ))}
      </Select>
      <Textarea name="text" label={t("comments.text")} rows={3} />
      <SubmitButton>{t("comments.add")}</SubmitButton>
    </StepForm>
  );
}

const short = (text: string) => (text.length > 70 ? `${text.slice(0, 70)}…` : text);
