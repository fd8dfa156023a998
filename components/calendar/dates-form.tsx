import { type Locale, translator } from "#/lib/messages/messages.ts";
import { PlainField } from "./plain-field.tsx";

type Props = { locale: Locale; paid: string; months: number; periods: readonly number[]; error?: string };

/** The day of payment and the period, by GET: every answer has an address. */
export function DatesForm({ locale, paid, months, periods, error }: Props) {
  const t = translator(locale, "dates");
  return (
    <form method="get" className="no-print grid max-w-[40rem] items-end gap-4 sm:grid-cols-[1fr_1fr_auto]">
      <PlainField id="paid" label={t("page.paid")} hint={t("page.paidHint")} error={error}>
        {(control) => (
          <input
            type="text"
            inputMode="decimal"
            autoComplete="off"
            name="paid"
            defaultValue={paid}
            required
            {...control}
          />
        )}
      </PlainField>
      <PlainField id="months" label={t("page.months")}>
        {(control) => (
          <select name="months" defaultValue={months} {...control}>
            {periods.map((one) => (
              <option key={one} value={one}>
                {t("page.monthsValue", { count: one })}
              </option>
            ))}
          </select>
        )}
      </PlainField>
      <button type="submit" className="btn primary">
        {t("page.show")}
      </button>
    </form>
  );
}
