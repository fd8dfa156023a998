import { z } from "zod";
import { type Day, parseDay } from "#/lib/calendar/day.ts";
import { parseMoney } from "#/lib/money/kopecks.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { isNumberSetting, type SettingKey, type Settings, settingsSchema } from "./settings.ts";

export const SETTING_KEYS = Object.keys(settingsSchema.shape) as [SettingKey, ...SettingKey[]];

export const changeSettingInput = z.object({
  key: z.enum(SETTING_KEYS),
  /** As a form sends it: text, or the fields of the VAT setting. */
  value: z.union([z.string().trim().max(500), z.record(z.string(), z.string().trim().max(500))]),
  validFrom: z.string().trim().min(1, "field.required"),
  reason: z.string().trim().min(10, "reason.required").max(1000, "field.too_long"),
});
export type ChangeSettingInput = z.infer<typeof changeSettingInput>;

export type NewSetting = { key: SettingKey; value: Settings[SettingKey]; validFrom: Day; reason: string };
type Refused = { code: string; field: "value" | "validFrom" };

/** A dated change of one setting: from today on, never into the past, since documents of the past were made by the old value. */
export function changeSetting(input: ChangeSettingInput, today: Day): Result<NewSetting, Refused> {
  const validFrom = parseDay(input.validFrom);
  if (!validFrom) return err({ code: "field.date", field: "validFrom" });
  if (validFrom < today) return err({ code: "setting.in_past", field: "validFrom" });
  const value = settingsSchema.shape[input.key].safeParse(typed(input.key, input.value));
  if (!value.success) return err({ code: "setting.value", field: "value" });
  return ok({ key: input.key, value: value.data, validFrom, reason: input.reason });
}

/** A form knows only texts: numbers and "nothing" get their types back by the setting's key. */
function typed(key: SettingKey, value: ChangeSettingInput["value"]): unknown {
  if (key === "vat") {
    const { kind, basis } = typeof value === "string" ? { kind: value, basis: "" } : value;
    return kind === "included" ? { kind, rate: 20 } : { kind, basis };
  }
  if (typeof value !== "string") return undefined;
  if (isNumberSetting(key)) return value === "" ? null : Number(value);
  if (key === "secondPersonAbove") {
    const sum = parseMoney(value);
    return sum.ok ? Number(sum.value) : null;
  }
  if (key === "paymentCode" || key === "paymentOrder") return value === "" ? null : value;
  return value;
}
