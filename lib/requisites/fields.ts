import { z } from "zod";
import { type Day, parseDay } from "#/lib/calendar/day.ts";

/** Building blocks of the schema. Each normalises as it parses, and parses what it gave unchanged. */

const squash = (text: string) =>
  text
    .normalize("NFC")
    .replace(/[\p{Cc}\p{Zs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim();

/** One line of text, blanks squashed. Codes: field.required, field.too_long {max}. */
export const line = (max: number) =>
  z.string("field.required").transform(squash).pipe(z.string().min(1, "field.required").max(max, "field.too_long"));

/** Left out, null or blank is null. */
export const optionalLine = (max: number) =>
  z
    .string("field.invalid")
    .nullish()
    .transform((text) => squash(text ?? "") || null)
    .pipe(z.string().max(max, "field.too_long").nullable());

/** A day as people or machines write it. Codes: field.required, field.date. */
export const day = z.string("field.required").transform((text, ctx): Day => {
  const parsed = parseDay(text);
  if (parsed) return parsed;
  ctx.addIssue(text.trim() ? "field.date" : "field.required");
  return z.NEVER;
});

type Checked = { valid: boolean; value: string; reason: string | null; expectedCheckDigit?: number };
type Check = (text: string) => Checked;

const judge = (check: Check, text: string, ctx: z.RefinementCtx): string => {
  const { valid, value, reason, expectedCheckDigit } = check(text);
  if (valid) return value;
  const params = expectedCheckDigit === undefined ? {} : { expected: expectedCheckDigit };
  ctx.addIssue({ code: "custom", message: reason ?? "field.invalid", params, input: text });
  return z.NEVER;
};

/** A number with a check of its own (УНП, IBAN, …): the normalised value, or the check's code with its params. */
export const checked = (check: Check) =>
  z.string("field.required").transform((text, ctx) => {
    if (text.trim()) return judge(check, text, ctx);
    ctx.addIssue("field.required");
    return z.NEVER;
  });

export const optionalChecked = (check: Check) =>
  z
    .string("field.invalid")
    .nullish()
    .transform((text, ctx) => (text?.trim() ? judge(check, text, ctx) : null));

/** A box that must be ticked; a form says "true". Without the tick, the code. */
export const ticked = (code: string) => z.literal([true, "true"], code).transform(() => true as const);

/** Only a resident of Belarus can be a party (clause 1.2). */
export const resident = ticked("party.not_resident");
