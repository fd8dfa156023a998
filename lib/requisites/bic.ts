import { isValidBIC } from "ibantools";
import { type Bank, bankByCode } from "./banks.ts";
import { foldCode } from "./homoglyphs.ts";

export type BicReason = "bic.length" | "bic.country" | "bic.characters";
export type BicCheck =
  | { valid: true; value: string; reason: null; bank: Bank | null }
  | { valid: false; value: string; reason: BicReason; bank: null };

/** BIC of a bank in Belarus, 8 or 11 characters. `bank` is null for a bank that the table does not know. */
export function checkBic(text: string): BicCheck {
  const value = foldCode(text);
  const refused = (reason: BicReason) => ({ valid: false, value, reason, bank: null }) as const;
  if (value.length !== 8 && value.length !== 11) return refused("bic.length");
  if (!isValidBIC(value)) return refused("bic.characters");
  if (value.slice(4, 6) !== "BY") return refused("bic.country");
  return { valid: true, value, reason: null, bank: bankByCode(value.slice(0, 4)) };
}
