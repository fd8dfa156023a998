import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Textarea, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import type { Action } from "#/lib/action-result.ts";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";
import type { PageTrouble } from "#/lib/scans/stack.ts";

export type WaitingPage = {
  position: number;
  trouble: PageTrouble;
  code: string | null;
  number: string | null;
  page: number | null;
  of: number | null;
  pictureId: string | null;
};
type Props = {
  locale: Locale;
  stackId: string;
  signedOn: string;
  pages: WaitingPage[];
  file: Action<unknown>;
  putAside: Action<unknown>;
};

/** Pages that nobody but a person can tell: what they look like, why they wait, and the two ways out. */
export function WaitingPages({ locale, stackId, signedOn, pages, file, putAside }: Props) {
  const t = translator(locale, "edi");
  if (pages.length === 0) return <EmptyState title={t("stack.noTroubles")} />;
  return (
    <div className="grid gap-6">
      <ul className="grid grid-cols-2 gap-4 sm:grid-cols-3 lg:grid-cols-5">
        {pages.map((page) => (
          <li key={page.position} className="grid content-start gap-1 text-sm">
            {page.pictureId && (
              <a href={`/api/files/${page.pictureId}`} download>
                {/* biome-ignore lint/performance/noImgElement: a private file behind a session is no picture for the optimiser */}
                <img
                  src={`/api/files/${page.pictureId}`}
                  alt={t("stack.pageAlt", { position: page.position })}
                  loading="lazy"
                  className="h-56 w-full border border-hairline object-contain"
                />
              </a>
            )}
            <span className="font-medium">{t("stack.page", { position: page.position })}</span>
            <span>{page.code ? errorWords(locale)(page.code) : t(`trouble.${page.trouble}`)}</span>
            {page.number && page.page && page.of && (
              <span className="text-muted">
                {t("stack.ofAct", { number: page.number, page: page.page, of: page.of })}
              </span>
            )}
          </li>
        ))}
      </ul>
      <div className="grid items-start gap-8 lg:grid-cols-2">
        <div>
          <h3>{t("stack.byHand")}</h3>
          <p className="mb-3 text-muted">{t("stack.byHandText")}</p>
          <StepForm action={file} hidden={{ stackId }} label={t("stack.byHand")}>
            <TextInput name="positions" label={t("stack.positions")} hint={t("stack.positionsHint")} width="medium" />
            <TextInput name="number" label={t("stack.number")} width="medium" autoComplete="off" />
            <DateInput name="signedOn" label={t("scans.signedOn")} defaultValue={signedOn} />
            <SubmitButton>{t("stack.fileByHand")}</SubmitButton>
          </StepForm>
        </div>
        <div>
          <h3>{t("stack.aside")}</h3>
          <p className="mb-3 text-muted">{t("stack.asideText")}</p>
          <StepForm action={putAside} hidden={{ stackId }} label={t("stack.aside")}>
            <TextInput name="positions" label={t("stack.positions")} hint={t("stack.positionsHint")} width="medium" />
            <Textarea name="note" label={t("stack.note")} hint={t("stack.noteHint")} rows={2} />
            <SubmitButton look="secondary">{t("stack.putAside")}</SubmitButton>
          </StepForm>
        </div>
      </div>
    </div>
  );
}
