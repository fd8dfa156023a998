import { ValidationErrorsIBAN, validateIBAN } from "ibantools";
import { type Bank, bankByCode } from "./banks.ts";
import { foldCode } from "./homoglyphs.ts";

export type IbanReason = "iban.country" | "iban.length" | "iban.characters" | "iban.checksum";
export type IbanCheck =
  | { valid: true; value: string; reason: null; bank: Bank | null }
  | { valid: false; value: string; reason: IbanReason; bank: null };

const PREFIX = /^\s*IBAN[\s:]*/i;
const LENGTH = 28;

/**
 * An account in Belarus (National Bank's Resolution of 27.07.2015 №440): 28 characters, mod 97. A party is a resident,
 * so other countries are refused. `bank` is null for a bank that the table does not know: no reason to refuse.
 */
export function checkIban(text: string): IbanCheck {
  const value = foldCode(text.replace(PREFIX, ""));
  const reason = reasonOf(value);
  if (reason) return { valid: false, value, reason, bank: null };
  return { valid: true, value, reason: null, bank: bankByCode(bankCodeOf(value)) };
}

function reasonOf(value: string): IbanReason | null {
  if (!/^[A-Z0-9]*$/.test(value)) return "iban.characters";
  if (/^[A-Z]{2}/.test(value) && !value.startsWith("BY")) return "iban.country";
  if (value.length !== LENGTH) return "iban.length";
  const { valid, errorCodes } = validateIBAN(value);
  if (valid) return null;
  return errorCodes.includes(ValidationErrorsIBAN.WrongBBANFormat) || !/^BY\d\d/.test(value)
    ? "iban.characters"
    : "iban.checksum";
}

/** The bank's four letters: those that open its BIC. */
export const bankCodeOf = (iban: string): string => iban.slice(4, 8);

/** "BY03 ALFA 3012 2J07 1300 1027 0000": groups of four with spaces that may break the line. */
export const formatIban = (iban: string): string => iban.replace(/(.{4})(?=.)/g, "$1 ");
