import { z } from "zod";

import { checkIban } from "#/lib/requisites/iban.ts";

/** What a column of a bank's table may be, in the order of the mapping page. */
export const FIELDS = [
  "date",
  "documentDate",
  "number",
  "credit",
  "debit",
  "sum",
  "side",
  "payer",
  "unp",
  "iban",
  "bic",
  "purpose",
  "bankId",
  "currency",
  "account",
] as const;
export type Field = (typeof FIELDS)[number];

export const DATE_ORDERS = ["dmy", "ymd", "mdy"] as const;
export const DECIMALS = [",", "."] as const;

/** Excel's own number of columns is 16,384; no statement has more than a few dozen. */
export const MAX_COLUMNS = 100;
export const MAX_HEADER_ROW = 100;

const column = z
  .int()
  .min(0)
  .max(MAX_COLUMNS - 1);
const place = z.string().trim().min(1).max(80);

/**
 * How one bank's table is read; made once by the accountant, kept as a profile. Columns count from 0, rows from 1 as a
 * spreadsheet shows them. Sums stand in two columns, in one with its sign, or in one beside its side.
 */
export const tableMapping = z
  .strictObject({
    account: z
      .string()
      .refine((text) => checkIban(text).valid, "profile.account")
      .transform((text) => checkIban(text).value),
    headerRow: z.int().min(1).max(MAX_HEADER_ROW),
    columns: z.partialRecord(z.enum(FIELDS), column),
    dateOrder: z.enum(DATE_ORDERS),
    decimal: z.enum(DECIMALS),
    /** Rows below the headings that hold no operation yet (a row of column numbers). */
    skipRows: z.int().min(0).max(20),
    /** A row whose first filled cell begins so is a total or a signature, no operation. */
    skipWords: z.array(place).max(20),
    /** Where the balances stand: "C5", or the words before them. Null: a person types them in for each file. */
    balances: z.strictObject({ opening: place, closing: place }).nullable(),
  })
  .superRefine(({ columns }, ctx) => {
    const refuse = (field: string, code: string) =>
      ctx.addIssue({ code: "custom", path: ["columns", field], message: code });
    if (columns.date === undefined) refuse("date", "profile.no_date");
    if (columns.purpose === undefined) refuse("purpose", "profile.no_purpose");
    const pair = columns.credit !== undefined || columns.debit !== undefined;
    if (pair === (columns.sum !== undefined)) refuse("sum", pair ? "profile.sum_twice" : "profile.no_sum");
    if (pair && (columns.credit === undefined || columns.debit === undefined))
      refuse(columns.credit === undefined ? "credit" : "debit", "profile.half_pair");
    if (columns.side !== undefined && columns.sum === undefined) refuse("side", "profile.side_alone");
    const taken = new Map<number, string>();
    for (const [field, at] of Object.entries(columns)) {
      if (taken.has(at)) refuse(field, "profile.column_twice");
      taken.set(at, field);
    }
  });

export type TableMapping = z.output<typeof tableMapping>;
