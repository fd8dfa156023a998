import { z } from "zod";

import { checkBic } from "#/lib/requisites/bic.ts";
import { checkEmail } from "#/lib/requisites/email.ts";
import { checked, day, line } from "#/lib/requisites/fields.ts";
import { bankCodeOf, checkIban } from "#/lib/requisites/iban.ts";
import { checkUnp } from "#/lib/requisites/unp.ts";
import { type SellerRequisites, sellerRequisites } from "./seller.ts";

/** A company's number has digits only; one with letters is a person's. */
const checkOrganisation = (text: string) => {
  const check = checkUnp(text);
  return check.valid && check.kind !== "organisation"
    ? { ...check, valid: false, reason: "unp.not_organisation" }
    : check;
};
const unp = checked(checkOrganisation);
const email = checked(checkEmail);

/**
 * Clause 7.2 as a form types it: numbers are checked and normalised (УНП, IBAN, BIC), and the account names the bank of
 * its BIC. Parses into `SellerRequisites`.
 */
export const sellerInput = z
  .object({
    name: line(300),
    shortName: line(150),
    unp,
    registrationDate: day,
    registeredBy: line(200),
    legalAddress: line(300),
    postalAddress: line(300),
    phone: line(60),
    site: line(100),
    emails: z.object({ general: email, sales: email, legal: email, accounting: email }),
    signatory: z.object({
      position: line(100),
      name: line(150),
      nameGenitive: line(150),
      shortName: line(100),
      basis: line(200),
    }),
    bank: z.object({
      name: line(150),
      address: line(300),
      bic: checked(checkBic),
      unp,
      okpo: z
        .string("field.required")
        .trim()
        .regex(/^\d{8}(?:\d{4})?$/, "okpo.digits"),
      iban: checked(checkIban),
    }),
  })
  .superRefine(({ bank }, ctx) => {
    if (bank.bic.slice(0, 4) !== bankCodeOf(bank.iban))
      ctx.addIssue({ code: "custom", message: "bic.iban_mismatch", path: ["bank", "bic"], input: bank.bic });
  })
  .transform(
    ({ bank, ...rest }): SellerRequisites => sellerRequisites.parse({ ...rest, bank: { ...bank, currency: "BYN" } }),
  );
