import { notFound } from "next/navigation";

import { moveClockAction } from "#/app/_actions/clock/move-clock.ts";
import { runClocksAction } from "#/app/_actions/clock/run-clocks.ts";
import { clockMoves } from "#/app/_time/now.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { clockOffset } from "#/db/queries/clock.ts";
import { formatDay, formatDayLong } from "#/lib/calendar/format.ts";
import { staffPage } from "../_page.ts";

/** The movable clock: fifteen working days lived through in a minute. Production has no such page. */
export default async function ClockPage() {
  const { locale, t, given, read } = await staffPage("clock.move");
  if (!clockMoves()) notFound();
  const moved = (await read(clockOffset)) !== 0;
  const jump = (way: "days" | "working-days", count: number, label: string) => (
    <StepForm action={moveClockAction} hidden={{ way, count }} label={label}>
      <SubmitButton look="secondary">{label}</SubmitButton>
    </StepForm>
  );
  return (
    <>
      <PageHead title={t("clock.title")} lead={t("clock.lead")} />
      <div className="grid gap-8">
        <Notice tone={moved ? "needs" : "neutral"} title={formatDayLong(given.today, locale)}>
          <MomentText at={given.now} /> · {t(moved ? "clock.moved" : "clock.real")}
        </Notice>
        <Section title={t("clock.forward")}>
          <div className="flex flex-wrap gap-2">
            {jump("days", 1, t("clock.oneDay"))}
            {jump("working-days", 5, t("clock.fiveWorking"))}
            {jump("working-days", 15, t("clock.fifteenWorking"))}
          </div>
          <div className="mt-6 grid gap-6 md:grid-cols-2">
            <StepForm action={moveClockAction} hidden={{ way: "working-days" }} label={t("clock.working")}>
              <TextInput name="count" label={t("clock.working")} inputMode="numeric" width="short" autoComplete="off" />
              <SubmitButton look="secondary">{t("clock.move")}</SubmitButton>
            </StepForm>
            <StepForm action={moveClockAction} hidden={{ way: "date" }} label={t("clock.toDate")}>
              <DateInput name="date" label={t("clock.toDate")} defaultValue={formatDay(given.today)} />
              <SubmitButton look="secondary">{t("clock.move")}</SubmitButton>
            </StepForm>
          </div>
        </Section>
        <Section title={t("clock.steps")}>
          <p className="mb-4 max-w-measure text-muted">{t("clock.stepsText")}</p>
          <StepForm action={runClocksAction} hidden={{}} label={t("clock.run")}>
            <SubmitButton>{t("clock.run")}</SubmitButton>
          </StepForm>
        </Section>
        {moved && (
          <Section title={t("clock.back")}>
            <p className="mb-4 max-w-measure text-muted">{t("clock.backText")}</p>
            <StepForm action={moveClockAction} hidden={{ way: "back" }} label={t("clock.back")}>
              <SubmitButton look="secondary">{t("clock.back")}</SubmitButton>
            </StepForm>
          </Section>
        )}
      </div>
    </>
  );
}
