import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Action } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Effect } from "#/lib/price-list/effect.ts";
import type { DiscountPlan, PlannedRule } from "#/lib/price-list/enter-discount.ts";
import { discountWords, termWords } from "#/lib/price-list/words.ts";
import { StepForm } from "./step-form.tsx";

type Order = { id: string; partyId: string; party: string; lines: readonly { product: string; months: number }[] };
type Props = {
  locale: Locale;
  plan: DiscountPlan;
  rule: PlannedRule;
  party: string | null;
  effects: readonly Effect<Order>[];
  action: Action<unknown>;
};

const SHOWN = 20;

/** What the rule would change of open orders, and the button that enters it, with its reason. */
export function DiscountPreview({ locale, plan, rule, party, effects, action }: Props) {
  const t = translator(locale, "prices");
  const words = [discountWords(rule, locale), termWords(rule, locale), party].filter(Boolean).join(" · ");
  return (
    <div className="grid max-w-[52rem] gap-4">
      <p className="font-medium">{words}</p>
      <p className="max-w-measure">
        {effects.length === 0
          ? t("staff.previewNone", { date: formatDay(rule.validFrom) })
          : t("staff.previewSome", { count: effects.length })}
        {effects.length > SHOWN && ` ${t("staff.previewMore", { count: SHOWN })}`}
      </p>
      {effects.length > 0 && (
        <Table
          dense
          caption={t("staff.previewTitle")}
          rows={effects.slice(0, SHOWN)}
          rowKey={({ order }) => order.id}
          columns={[
            {
              key: "party",
              head: t("staff.party"),
              rowHead: true,
              cell: ({ order }) => (
                <a className="link" href={`/staff/contracts/${order.id}`}>
                  {order.party}
                </a>
              ),
            },
            { key: "before", head: t("staff.before"), end: true, cell: ({ before }) => <Money value={before} /> },
            { key: "after", head: t("staff.after"), end: true, cell: ({ after }) => <Money value={after} /> },
          ]}
        />
      )}
      <StepForm action={action} hidden={plan} label={t("staff.new")} doneHref="/staff/prices">
        <Textarea name="reason" label={t("staff.reasonLabel")} hint={t("staff.reasonHint")} rows={2} />
        <SubmitButton>{t("staff.enter")}</SubmitButton>
      </StepForm>
    </div>
  );
}
