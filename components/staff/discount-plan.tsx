import type { ReactNode } from "react";

import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DISCOUNT_KINDS } from "#/lib/price-list/discount.ts";
import type { DiscountPlan } from "#/lib/price-list/enter-discount.ts";

type Props = { locale: Locale; plan: DiscountPlan; wrong?: { field: keyof DiscountPlan; text: string } };

/** What is planned, sent by GET: nothing is entered before its effect has been seen. */
export function DiscountPlanForm({ locale, plan, wrong }: Props) {
  const t = translator(locale, "prices");
  const text = (name: Exclude<keyof DiscountPlan, "kind">, hint?: string) => (
    <Field name={name} label={t(`staff.${name}`)} hint={hint} error={wrong?.field === name ? wrong.text : undefined}>
      {(control) => <input {...control} type="text" autoComplete="off" defaultValue={plan[name]} maxLength={40} />}
    </Field>
  );
  return (
    <form action="/staff/prices#preview" className="form max-w-[44rem] sm:grid-cols-2 sm:items-end">
      <Field name="kind" label={t("staff.kind")} className="sm:col-span-2">
        {(control) => (
          <select {...control} defaultValue={plan.kind}>
            {DISCOUNT_KINDS.map((kind) => (
              <option key={kind} value={kind}>
                {t(`staff.kinds.${kind}`)}
              </option>
            ))}
          </select>
        )}
      </Field>
      {text("minQuantity", t("staff.minQuantityHint"))}
      {text("unp", t("staff.unpHint"))}
      {text("percent", t("staff.percentHint"))}
      <span className="max-sm:hidden" />
      {text("validFrom")}
      {text("validTo", t("staff.validToHint"))}
      <div>
        <button type="submit" className="btn secondary">
          {t("staff.preview")}
        </button>
      </div>
    </form>
  );
}

type Control = { id: string; name: string; "aria-invalid"?: true; "aria-describedby"?: string };
type FieldProps = {
  name: string;
  label: string;
  hint?: string;
  error?: string;
  className?: string;
  children: (control: Control) => ReactNode;
};

function Field({ name, label, hint, error, className = "", children }: FieldProps) {
  const described = [hint && `${name}-hint`, error && `${name}-error`].filter(Boolean).join(" ");
  return (
    <div className={`field ${className}`} data-bad={error ? true : undefined}>
      <label htmlFor={name} className="label">
        {label}
      </label>
      {hint && (
        <div className="hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="error" id={`${name}-error`} role="alert">
          {error}
        </div>
      )}
      <div className="box">
        {children({
          ...{ id: name, name },
          ...(error && { "aria-invalid": true as const }),
          ...(described && { "aria-describedby": described }),
        })}
      </div>
    </div>
  );
}
