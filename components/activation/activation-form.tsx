"use client";

import { useState } from "react";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { UploadField } from "#/components/staff/upload-field.tsx";
import type { Action } from "#/lib/action-result.ts";
import { addDays, type Day, parseDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { paidPeriod } from "#/lib/contract/period.ts";

export type ActivationWords = Record<
  | "date"
  | "dateHint"
  | "evidence"
  | "evidenceHint"
  | "note"
  | "noteHint"
  | "button"
  | "period"
  | "continues"
  | "future"
  | "early"
  | "unclear"
  | "label",
  string
>;

type Props = {
  action: Action<unknown>;
  contractId: string;
  version: number;
  line: { id: string; portal: string; months: number };
  today: Day;
  acceptedOn: Day;
  /** Last paid day that the portal has already; the new period begins the day after it. */
  runningUntil: Day | null;
  periodStart: "activation" | "payment";
  words: ActivationWords;
};

const said = (text: string, values: Record<string, string>) =>
  text.replace(/\{(\w+)\}/g, (whole, name: string) => values[name] ?? whole);

/** One portal's access (3.5): the day, the proof, and the period that comes of it, seen before it is kept. */
export function ActivationForm(props: Props) {
  const { action, contractId, version, line, today, acceptedOn, runningUntil, periodStart, words } = props;
  const [typed, setTyped] = useState(formatDay(today));
  const day = parseDay(typed);
  return (
    <div
      onInput={({ target }) => {
        const input = target as HTMLInputElement;
        if (input.name === "activatedOn") setTyped(input.value);
      }}
    >
      <StepForm
        action={action}
        hidden={{ contractId, version, lineId: line.id }}
        label={said(words.label, line as never)}
      >
        <DateInput name="activatedOn" label={words.date} hint={words.dateHint} defaultValue={formatDay(today)} />
        <p aria-live="polite">{preview()}</p>
        <UploadField
          kind="activation"
          contractId={contractId}
          name="evidenceFileId"
          label={words.evidence}
          hint={words.evidenceHint}
        />
        <Textarea name="note" label={words.note} hint={words.noteHint} rows={2} optional />
        <SubmitButton>{words.button}</SubmitButton>
      </StepForm>
    </div>
  );

  function preview(): string {
    if (!day) return words.unclear;
    if (day > today) return words.future;
    if (day < acceptedOn) return said(words.early, { acceptedOn: formatDay(acceptedOn) });
    const start = periodStart === "activation" ? day : acceptedOn;
    const { from, to } = paidPeriod(start, line.months, runningUntil);
    const period = said(words.period, { from: formatDay(from), to: formatDay(to) });
    return runningUntil && from === addDays(runningUntil, 1)
      ? `${period} ${said(words.continues, { until: formatDay(runningUntil) })}`
      : period;
  }
}
