import { editCalendarAction } from "#/app/_actions/calendar/edit-calendar.ts";
import type { MovedContract } from "#/app/_actions/calendar/recount-open.ts";
import { MovesTable } from "#/components/calendar/moves-table.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { BookedTransfer, CalendarEdit } from "#/lib/calendar/edit.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  edit: CalendarEdit;
  transfers: readonly BookedTransfer[];
  moved: readonly MovedContract[];
  /** The page without the edit. */
  back: string;
};

/** The edit in words, every open term that it moves, and only then the button that saves it. */
export function Preview({ locale, edit, transfers, moved, back }: Props) {
  const t = translator(locale, "dates");
  const moves = moved.flatMap(({ moved: clocks, ...contract }) => clocks.map((clock) => ({ ...contract, ...clock })));
  const count = moves.filter(({ kept }) => !kept).length;
  const { kind, ...fields } = edit;
  return (
    <Section title={t("staff.before")}>
      <p className="max-w-measure">{sentenceOf(edit, transfers, locale)}</p>
      <p className="my-3 font-medium">{count === 0 ? t("staff.nothing") : t("staff.moves", { count })}</p>
      {moves.length > 0 && <MovesTable locale={locale} moves={moves} />}
      <div className="mt-4">
        <StepForm
          action={editCalendarAction}
          hidden={{ kind, ...(fields as Record<string, string | number>) }}
          label={t("staff.before")}
          doneHref={back}
        >
          <div className="flex flex-wrap gap-3">
            <SubmitButton>{t("staff.save")}</SubmitButton>
            <LinkButton href={back} look="secondary">
              {t("staff.back")}
            </LinkButton>
          </div>
        </StepForm>
      </div>
    </Section>
  );
}

function sentenceOf(edit: CalendarEdit, transfers: readonly BookedTransfer[], locale: Locale): string {
  const t = translator(locale, "dates");
  if (edit.kind === "confirm-year")
    return t("staff.edit.confirm-year", { year: String(edit.year), resolution: edit.resolution });
  if (edit.kind === "transfer")
    return t("staff.edit.transfer", {
      off: formatDay(edit.off),
      worked: formatDay(edit.worked),
      resolution: edit.resolution,
    });
  const gone = transfers.find(({ id }) => id === edit.id);
  return t("staff.edit.withdraw", { off: gone ? formatDay(gone.off) : "", worked: gone ? formatDay(gone.worked) : "" });
}
