import { z } from "zod";
import { type Day, isDay } from "#/lib/calendar/day.ts";

const line = z.string().trim().min(1);
/** Stored compact; people see groups of four. */
const iban = z.string().transform((value) => value.replace(/\s+/g, ""));

/** The seller's requisites as clause 7.2 of one edition states them; papers freeze them as issued. */
export const sellerRequisites = z.strictObject({
  name: line,
  shortName: line,
  unp: z.string().regex(/^\d{9}$/),
  registrationDate: z.custom<Day>(isDay),
  /** Instrumental case, as it stands in «выдано …». */
  registeredBy: line,
  legalAddress: line,
  postalAddress: line,
  phone: line,
  site: line,
  emails: z.strictObject({ general: z.email(), sales: z.email(), legal: z.email(), accounting: z.email() }),
  signatory: z.strictObject({
    position: line,
    name: line,
    nameGenitive: line,
    shortName: line,
    /** Genitive, as it stands in «на основании …». */
    basis: line,
  }),
  bank: z.strictObject({
    name: line,
    address: line,
    bic: line,
    unp: line,
    okpo: line,
    currency: z.literal("BYN"),
    iban: iban.pipe(z.string().regex(/^BY\d{2}[A-Z0-9]{4}\d{4}[A-Z0-9]{16}$/)),
  }),
});
export type SellerRequisites = z.infer<typeof sellerRequisites>;
