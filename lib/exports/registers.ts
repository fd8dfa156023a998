import type { Kind } from "./table.ts";

/** The seller's registers: each column by its name in the messages and what it holds. Sums are added up below the table. */
export const REGISTERS = {
  invoices: [
    ["number", "text"],
    ["issuedOn", "day"],
    ["validUntil", "day"],
    ["party", "text"],
    ["unp", "text"],
    ["status", "text"],
    ["total", "money"],
    ["paid", "money"],
  ],
  acts: [
    ["number", "text"],
    ["issuedOn", "day"],
    ["sentOn", "day"],
    ["acceptedOn", "day"],
    ["party", "text"],
    ["unp", "text"],
    ["status", "text"],
    ["net", "money"],
    ["vat", "money"],
    ["total", "money"],
  ],
  payments: [
    ["creditedOn", "day"],
    ["number", "text"],
    ["party", "text"],
    ["unp", "text"],
    ["purpose", "text"],
    ["total", "money"],
    ["allocated", "money"],
    ["rest", "money"],
  ],
  age: [
    ["party", "text"],
    ["unp", "text"],
    ["number", "text"],
    ["since", "day"],
    ["days", "count"],
    ["advance", "money"],
    ["receivable", "money"],
  ],
  vat: [
    ["acceptedOn", "day"],
    ["number", "text"],
    ["party", "text"],
    ["unp", "text"],
    ["net", "money"],
    ["rate", "count"],
    ["vat", "money"],
    ["total", "money"],
  ],
  esf: [
    ["dueOn", "day"],
    ["acceptedOn", "day"],
    ["number", "text"],
    ["party", "text"],
    ["unp", "text"],
    ["net", "money"],
    ["vat", "money"],
    ["total", "money"],
  ],
} as const satisfies Record<string, readonly (readonly [string, Kind])[]>;

export type RegisterName = keyof typeof REGISTERS;
export const REGISTER_NAMES = Object.keys(REGISTERS) as RegisterName[];
export const isRegister = (name: string | undefined): name is RegisterName =>
  name !== undefined && Object.hasOwn(REGISTERS, name);
export type ColumnName = (typeof REGISTERS)[RegisterName][number][0];
export const columnsOf = (name: RegisterName): readonly (readonly [ColumnName, Kind])[] => REGISTERS[name];
