import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Textarea } from "#/components/form/text-input.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { Status } from "#/components/ui/status.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import type { Tone } from "#/components/ui/tone.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { DiscountRule } from "#/lib/price-list/discount.ts";
import { discountWords, termWords } from "#/lib/price-list/words.ts";
import { StepForm } from "./step-form.tsx";

type Row = DiscountRule & { party: string | null; reason: string; entered: string; endReason: string | null };
type Props = { locale: Locale; rows: readonly Row[]; today: Day; end: Action<unknown> | null };

type State = "running" | "coming" | "over" | "withdrawn";
const TONE: Record<State, Tone> = { running: "running", coming: "neutral", over: "neutral", withdrawn: "neutral" };

function stateOf({ validFrom, validTo }: DiscountRule, today: Day): State {
  if (validTo && validTo < validFrom) return "withdrawn";
  if (validTo && validTo < today) return "over";
  return validFrom > today ? "coming" : "running";
}

/** All rules off the price list: whose, when, why, and the way to end one. */
export function DiscountTable({ locale, rows, today, end }: Props) {
  const t = translator(locale, "prices");
  const columns: Column<Row>[] = [
    { key: "rule", head: t("staff.rule"), rowHead: true, cell: (rule) => discountWords(rule, locale) },
    { key: "whose", head: t("staff.whose"), cell: ({ party }) => party ?? t("staff.everybody") },
    { key: "when", head: t("staff.when"), cell: (rule) => <span className="num">{termWords(rule, locale)}</span> },
    {
      key: "state",
      head: t("staff.state"),
      cell: (rule) => {
        const state = stateOf(rule, today);
        return <Status tone={TONE[state]}>{t(`staff.states.${state}`)}</Status>;
      },
    },
    {
      key: "reason",
      head: t("staff.reason"),
      cell: ({ reason, entered, endReason }) => (
        <span className="wrap-anywhere">
          {reason}
          <span className="block text-muted text-sm">{entered}</span>
          {endReason && <span className="block text-muted text-sm">{t("staff.ended", { reason: endReason })}</span>}
        </span>
      ),
    },
    {
      key: "end",
      head: <span className="sr-only">{t("staff.end")}</span>,
      cell: (rule) =>
        end &&
        rule.endReason === null &&
        ["running", "coming"].includes(stateOf(rule, today)) && (
          <Dialog
            open={t("staff.end")}
            title={t("staff.endTitle")}
            close={translator(locale, "common")("dialog.close")}
            small
          >
            <StepForm action={end} hidden={{ ruleId: rule.id }} label={t("staff.endTitle")}>
              <p>{discountWords(rule, locale)}</p>
              <DateInput
                name="lastDay"
                label={t("staff.lastDay")}
                hint={t("staff.lastDayHint")}
                defaultValue={formatDay(today)}
              />
              <Textarea name="reason" label={t("staff.endReason")} rows={2} />
              <SubmitButton>{t("staff.end")}</SubmitButton>
            </StepForm>
          </Dialog>
        ),
    },
  ];
  return <Table caption={t("staff.rules")} columns={columns} rows={rows} rowKey={({ id }) => id} />;
}
