import type { z } from "zod";
import { bankByCode } from "./banks.ts";
import { bankCodeOf } from "./iban.ts";

export type BankDetails = { iban: string; bic: string; bankName: string };
type Typed = { iban: string | null; bic: string | null; bankName: string | null };

/**
 * Completes what was typed: the IBAN's places 5 to 8 are the first four of the bank's BIC, so the account names its bank.
 * A BIC of another bank is refused; a bank that the table does not know must be typed. Null without an account.
 */
export function completeBank(typed: Typed, ctx: z.RefinementCtx): BankDetails | null {
  const { iban } = typed;
  if (iban === null) return null;
  const known = bankByCode(bankCodeOf(iban));
  const bic = typed.bic ?? known?.bic ?? null;
  const bankName = typed.bankName ?? known?.name ?? null;
  const issue = (path: "bic" | "bankName", message: string) =>
    ctx.addIssue({ code: "custom", message, path: [path], input: typed[path] });
  if (bic !== null && bic.slice(0, 4) !== bankCodeOf(iban)) issue("bic", "bic.iban_mismatch");
  if (bic === null) issue("bic", "field.required");
  if (bankName === null) issue("bankName", "field.required");
  return { iban, bic: bic ?? "", bankName: bankName ?? "" };
}
