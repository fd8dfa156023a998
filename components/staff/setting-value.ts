import { type SettingKey, settingsSchema } from "#/lib/contract/settings.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";

/** A setting's value as people read it; a value that the schema of today no longer knows is shown as it was kept. */
export function settingValue(key: SettingKey, value: unknown, locale: Locale): string {
  const t = translator(locale, "staff");
  const parsed = settingsSchema.partial().safeParse({ [key]: value });
  if (!parsed.success) return JSON.stringify(value);
  const of = parsed.data;
  switch (key) {
    case "invoiceValidityWorkingDays":
    case "priceListLeadDays":
    case "documentLeadDays":
      return t(`setting.${key}.value`, { count: of[key] ?? 0 });
    case "vat":
      return of.vat?.kind === "included"
        ? t("setting.vat.included", { rate: of.vat.rate })
        : t("setting.vat.none", { basis: of.vat?.kind === "none" ? of.vat.basis : "" });
    case "paymentCode":
    case "paymentOrder":
      return of[key] ?? t("setting.absent");
    case "acceptanceDay":
      return t(`setting.acceptanceDay.${of.acceptanceDay ?? "credited"}`);
    case "periodStart":
      return t(`setting.periodStart.${of.periodStart ?? "activation"}`);
    case "dayOffRule":
      return t(`setting.dayOffRule.${of.dayOffRule ?? "keep"}`);
    case "staffDigestAt":
      return of.staffDigestAt ?? t("setting.absent");
    case "secondPersonAbove":
      return formatMoney(BigInt(of.secondPersonAbove ?? 0));
    case "actIssue":
      return t(`setting.actIssue.${of.actIssue ?? "by-hand"}`);
  }
}
