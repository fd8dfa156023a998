import { z } from "zod";

import { locales } from "#/lib/messages/locales.ts";
import { checkEmail } from "#/lib/requisites/email.ts";
import { safeNext } from "./next-path.ts";
import { passwordReason } from "./password.ts";
import { isToken } from "./token-format.ts";

/** Addresses are compared without case: nobody has two accounts by a capital letter. */
const email = z
  .string()
  .max(320)
  .transform((text, context) => {
    if (text.trim() === "") context.addIssue({ code: "custom", message: "field.required" });
    else {
      const { reason, value } = checkEmail(text);
      if (reason === null) return value.toLowerCase();
      context.addIssue({ code: "custom", message: reason });
    }
    return z.NEVER;
  });

// Spaces only are nobody's name; control signs would break a letter's head.
const name = z
  .string()
  .trim()
  .min(1, "field.required")
  .max(120)
  .regex(/^[^\p{Cc}<>]+$/u, "field.invalid");

/** A password that is compared, not chosen: only its length is bounded, so that nobody hashes a megabyte. */
const password = z.string().min(1, "field.required").max(1000);
const next = z
  .string()
  .optional()
  .transform((value) => safeNext(value));
const token = z.string().refine(isToken, "link.dead");
const locale = z.enum(locales);

const chosen = (field: string) => (input: Record<string, unknown>, context: z.RefinementCtx) => {
  const reason = passwordReason(String(input[field]), typeof input.email === "string" ? input.email : "");
  if (reason) context.addIssue({ code: "custom", message: reason, path: [field] });
};

export const signInInput = z.strictObject({ email, password, next });
export const signUpInput = z.strictObject({ name, email, password, next }).superRefine(chosen("password"));
export const emailInput = z.strictObject({ email });
export const tokenInput = z.strictObject({ token });
/** The address is not in the form, so the policy's look at it happens in the flow. */
export const newPasswordInput = z.strictObject({ token, password }).superRefine(chosen("password"));
export const invitationInput = z.strictObject({ token, name, password }).superRefine(chosen("password"));
/** Six digits of the authenticator, or one of the recovery codes. */
export const codeInput = z.strictObject({ code: z.string().trim().min(6, "code.format").max(40), next });
export const enrolInput = z.strictObject({
  code: z
    .string()
    .transform((text) => text.replace(/\s/g, ""))
    .pipe(z.string().regex(/^\d{6}$/, "code.format")),
  /** Asked for in the account; right after signing in it was just given. */
  password: password.optional(),
  next,
});
export const profileInput = z.strictObject({ name, locale });
export const localeInput = z.strictObject({ locale });
export const changePasswordInput = z
  .strictObject({ current: password, password: z.string() })
  .superRefine(chosen("password"));
export const passwordOnlyInput = z.strictObject({ password });
export const sessionInput = z.strictObject({ sessionId: z.uuid() });
export const nothingInput = z.strictObject({});
