import { z } from "zod";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type BankDetails, completeBank } from "./bank-details.ts";
import { checkBic } from "./bic.ts";
import { checkEmail } from "./email.ts";
import { checked, day, line, optionalChecked, optionalLine, resident } from "./fields.ts";
import { checkGln } from "./gln.ts";
import { checkIban } from "./iban.ts";
import { checkPhone } from "./phone.ts";
import { checkUnp } from "./unp.ts";

type Contact = { postalAddress: string; email: string; phone: string; resident: true };

export type LegalEntity = Contact &
  BankDetails & {
    kind: "legalEntity";
    fullName: string;
    shortName: string;
    unp: string;
    legalAddress: string;
    signatoryName: string;
    signatoryPosition: string;
    /** In the genitive, as it follows «действующего на основании»: «устава», «доверенности № 5 от 01.02.2026». */
    authorityBasis: string;
    gln: string | null;
  };

export type SoleProprietor = Contact &
  (BankDetails | { iban: null; bic: null; bankName: null }) & {
    kind: "soleProprietor";
    /** Without «ИП», which `displayName` adds. */
    fullName: string;
    unp: string;
    registration: { number: string; date: Day; authority: string };
    address: string;
    authorityBasis: string;
    gln: string | null;
  };

export type Individual = Contact & { kind: "individual"; fullName: string; unp: string | null; iban: string | null };

/** Who the customer is (1.2, 7.1), as it is frozen into invoices and acts: plain data, all numbers normalised. */
export type Requisites = LegalEntity | SoleProprietor | Individual;
export type PartyKind = Requisites["kind"];

/** A right number of the wrong sort: organisations and sole proprietors have digits only, people have two letters. */
const unpOf = (kind: "organisation" | "individual") => (text: string) => {
  const check = checkUnp(text);
  if (!check.valid || check.kind === kind) return check;
  return { ...check, valid: false, reason: `unp.not_${kind}` };
};

const contact = { email: checked(checkEmail), phone: checked(checkPhone), resident };
const bank = { bic: optionalChecked(checkBic), bankName: optionalLine(150) };

const legalEntity = z
  .object({
    kind: z.literal("legalEntity"),
    fullName: line(300),
    shortName: line(150),
    unp: checked(unpOf("organisation")),
    legalAddress: line(300),
    postalAddress: optionalLine(300),
    iban: checked(checkIban),
    ...bank,
    signatoryName: line(150),
    signatoryPosition: line(150),
    authorityBasis: line(200),
    gln: optionalChecked(checkGln),
    ...contact,
  })
  .transform((typed, ctx): LegalEntity => {
    const details = completeBank(typed, ctx) ?? z.NEVER;
    return { ...typed, postalAddress: typed.postalAddress ?? typed.legalAddress, ...details };
  });

const soleProprietor = z
  .object({
    kind: z.literal("soleProprietor"),
    fullName: line(200),
    unp: checked(unpOf("organisation")),
    registration: z.object({ number: line(50), date: day, authority: line(200) }, "field.required"),
    address: line(300),
    postalAddress: optionalLine(300),
    iban: optionalChecked(checkIban),
    ...bank,
    authorityBasis: optionalLine(200),
    gln: optionalChecked(checkGln),
    ...contact,
  })
  .transform((typed, ctx): SoleProprietor => {
    const { number, date } = typed.registration;
    const certificate = `свидетельства о государственной регистрации № ${number} от ${formatDay(date)}`;
    return {
      ...typed,
      fullName: typed.fullName.replace(/^(?:(?:ИП|индивидуальный предприниматель)\s+)+/i, ""),
      postalAddress: typed.postalAddress ?? typed.address,
      authorityBasis: typed.authorityBasis ?? certificate,
      ...(completeBank(typed, ctx) ?? { iban: null, bic: null, bankName: null }),
    };
  });

const individual = z
  .object({
    kind: z.literal("individual"),
    fullName: line(200),
    /** Acts for people go by post (3.7), so there is no default for it. */
    postalAddress: line(300),
    unp: optionalChecked(unpOf("individual")),
    iban: optionalChecked(checkIban),
    ...contact,
  })
  .transform((typed): Individual => typed);

/**
 * The one schema of a party's requisites, for the form and for the action. Messages are refusal codes, their params are
 * in the issue. An empty postal address is the legal one, an empty bank comes from the IBAN; what it gave, it takes again.
 */
export const requisitesInput = z.discriminatedUnion("kind", [legalEntity, soleProprietor, individual], "field.choose");
export type RequisitesInput = z.input<typeof requisitesInput>;

/** Short name of a company, «ИП …» of a sole proprietor, full name of a person. */
export function displayName(requisites: Requisites): string {
  if (requisites.kind === "legalEntity") return requisites.shortName;
  return requisites.kind === "soleProprietor" ? `ИП ${requisites.fullName}` : requisites.fullName;
}

/** Whether an order may be placed with these (2.1 asks for a complete party): drafts and old versions may fall short. */
export const requisitesComplete = (draft: unknown): draft is Requisites => requisitesInput.safeParse(draft).success;
