import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Named = { kind: "payment" | "act" | "refund"; number: string; dated: Day };

/** «Платёж № 318 от 15.04.2026» */
export function operationName(locale: Locale, { kind, number, dated }: Named): string {
  const t = translator(locale, "settlements");
  const words = { kind: t(`kind.${kind}`), number, on: formatDay(dated) };
  return number ? t("named", words) : t("unnumbered", words);
}
