import { Checkbox } from "#/components/form/choice.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Calendar } from "#/lib/calendar/calendar.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Plan } from "#/lib/privacy/plan.ts";
import type { RequestState } from "#/lib/privacy/request.ts";
import { ErasureTerms } from "./erasure-terms.tsx";
import { RequestClock } from "./request-clock.tsx";

export type RequestFacts = {
  id: string;
  state: RequestState;
  askedOn: Day;
  closedOn: Day | null;
  reason: string | null;
};

type Props = {
  locale: Locale;
  calendar: Calendar;
  today: Day;
  plan: Plan;
  /** The newest one; null where the person never asked. */
  request: RequestFacts | null;
  ask: Action<unknown>;
  withdraw: Action<unknown>;
};

/** The person's side of a request: what would happen and the form, or the running request with its clock and the way back. */
export function ErasureSection({ locale, calendar, today, plan, request, ask, withdraw }: Props) {
  const t = translator(locale, "privacy");
  if (request?.state === "open")
    return (
      <Section title={t("request.title")}>
        <KeyValue
          pairs={[
            { key: t("request.asked"), value: formatDay(request.askedOn) },
            {
              key: t("clock.answer"),
              value: <RequestClock {...{ locale, calendar, today }} askedOn={request.askedOn} />,
            },
          ]}
        />
        <p className="my-4 max-w-measure text-muted">{t("request.openText")}</p>
        <Form action={withdraw} label={t("request.withdraw")}>
          <input type="hidden" name="requestId" value={request.id} />
          <SubmitButton look="secondary">{t("request.withdraw")}</SubmitButton>
        </Form>
      </Section>
    );
  return (
    <Section title={t("erase.title")}>
      {request && <Answered locale={locale} request={request} />}
      <p className="mb-6 max-w-measure">{t("erase.text")}</p>
      <ErasureTerms locale={locale} plan={plan} />
      <div className="mt-6">
        <Form action={ask} label={t("erase.title")}>
          <Checkbox name="understood" label={t("erase.understood")} />
          <SubmitButton look="danger">{t("erase.submit")}</SubmitButton>
        </Form>
      </div>
    </Section>
  );
}

function Answered({ locale, request: { state, closedOn, reason } }: { locale: Locale; request: RequestFacts }) {
  const t = translator(locale, "privacy");
  const date = closedOn ? formatDay(closedOn) : "";
  return (
    <div className="mb-6">
      {state === "refused" ? (
        <Notice tone="needs" title={t("request.refused", { date })}>
          <p className="whitespace-pre-line">{reason}</p>
          <p>{t("request.appeal")}</p>
        </Notice>
      ) : (
        <Notice title={t("request.withdrawn", { date })} />
      )}
    </div>
  );
}
