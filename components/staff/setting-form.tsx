import type { ReactNode } from "react";
import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Textarea, TextInput } from "#/components/form/text-input.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { isNumberSetting, type SettingKey, type Settings } from "#/lib/contract/settings.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount } from "#/lib/money/kopecks.ts";
import { settingValue } from "./setting-value.ts";
import { StepForm } from "./step-form.tsx";

const CHOICES = {
  acceptanceDay: ["credited", "ordered"],
  periodStart: ["activation", "payment"],
  dayOffRule: ["next-working", "keep"],
  actIssue: ["at-activation", "by-hand"],
} as const satisfies Partial<Record<SettingKey, readonly string[]>>;

type Props = { locale: Locale; action: Action<unknown>; name: SettingKey; value: Settings[SettingKey]; today: Day };

/** A new value, the day it comes into force, the reason: a dated row beside the old ones. */
export function SettingForm({ locale, action, name, value, today }: Props) {
  const t = translator(locale, "staff");
  return (
    <StepForm action={action} hidden={{ key: name }} label={t(`setting.${name}.title`)}>
      {fieldsOf(name, value, locale)}
      <DateInput
        name="validFrom"
        label={t("settings.validFrom")}
        hint={t("settings.validHint")}
        defaultValue={formatDay(today)}
      />
      <Textarea name="reason" label={t("reasonLabel")} hint={t("settings.reasonHint")} rows={2} />
      <SubmitButton>{t("settings.save")}</SubmitButton>
    </StepForm>
  );
}

function fieldsOf(name: SettingKey, value: Settings[SettingKey], locale: Locale): ReactNode {
  const t = translator(locale, "staff");
  const label = t("settings.value");
  if (name in CHOICES)
    return (
      <RadioGroup
        name="value"
        label={label}
        defaultValue={text(value)}
        choices={CHOICES[name as keyof typeof CHOICES].map((one) => ({
          value: one,
          title: settingValue(name, one, locale),
        }))}
      />
    );
  if (name === "vat") {
    const vat = value as Settings["vat"];
    return (
      <>
        <RadioGroup
          name="value.kind"
          label={label}
          defaultValue={vat.kind}
          choices={[
            { value: "none", title: t("setting.vat.noneChoice") },
            { value: "included", title: t("setting.vat.included", { rate: 20 }) },
          ]}
        />
        <TextInput
          name="value.basis"
          label={t("setting.vat.basis")}
          hint={t("setting.vat.basisHint")}
          defaultValue={vat.kind === "none" ? vat.basis : ""}
          optional
        />
      </>
    );
  }
  const number = isNumberSetting(name);
  const sum = name === "secondPersonAbove";
  const mayBeAbsent = name === "paymentCode" || name === "paymentOrder";
  return (
    <TextInput
      name="value"
      label={label}
      width="short"
      inputMode={number ? "numeric" : sum ? "decimal" : "text"}
      after={sum ? "BYN" : undefined}
      defaultValue={value === null ? "" : sum ? formatAmount(BigInt(text(value))) : text(value)}
      optional={mayBeAbsent}
      autoComplete="off"
    />
  );
}

/** A choice, a number or a line; the VAT mode, the one setting with parts, has fields of its own. */
const text = (value: Settings[SettingKey]): string => (typeof value === "object" ? "" : `${value}`);
