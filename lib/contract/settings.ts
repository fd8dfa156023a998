import { z } from "zod";

/**
 * Where the contract is silent or contradicts itself the seller decides openly: one named, dated setting each, shown where
 * it applies and logged when changed (contract-as-program: "Where the contract is silent").
 */
export const settingsSchema = z.object({
  /** 3.2: the contract gives no length. Working days, the day of issue not counted. */
  invoiceValidityWorkingDays: z.int().min(1).max(60).default(5),
  /** 3.2 says payment, 3.4 says money on the account: which day is the acceptance and starts the clocks. */
  acceptanceDay: z.enum(["credited", "ordered"]).default("credited"),
  /** 6.1 does not say when the paid period starts. */
  periodStart: z.enum(["activation", "payment"]).default("activation"),
  /** Calendar-day terms that end on a day off. */
  dayOffRule: z.enum(["next-working", "keep"]).default("next-working"),
  /** Whether full activation issues the act by itself. */
  actIssue: z.enum(["at-activation", "by-hand"]).default("at-activation"),
  vat: z
    .discriminatedUnion("kind", [
      z.object({ kind: z.literal("none"), basis: z.string().min(3) }),
      z.object({ kind: z.literal("included"), rate: z.literal(20) }),
    ])
    .default({ kind: "none", basis: "основание укажет бухгалтер продавца (пример)" }),
  /** Calendar days between publication and force of documents that 6.2 does not speak of. */
  priceListLeadDays: z.int().min(0).max(90).default(0),
  documentLeadDays: z.int().min(0).max(90).default(5),
  /** Hints for the customer's payment order; null leaves the line out. */
  paymentCode: z.string().max(20).nullable().default(null),
  paymentOrder: z.string().max(4).nullable().default("22"),
  /** When colleagues are told what waits, on working days; Minsk time. */
  staffDigestAt: z
    .string()
    .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
    .default("08:30"),
  /** Kopecks (JSON has no bigint): an allocation at the seller's discretion (3.4) above this sum needs a second person. */
  secondPersonAbove: z.int().min(0).max(99_999_999_999).default(500_000),
});
export type Settings = z.infer<typeof settingsSchema>;
export type SettingKey = keyof Settings;

/** The clause that leaves it open; null for the house's own order, which no clause touches. */
export const SETTING_CLAUSES: Record<SettingKey, string | null> = {
  invoiceValidityWorkingDays: "3.2",
  acceptanceDay: "3.2",
  periodStart: "6.1",
  dayOffRule: "3.6",
  actIssue: "3.5",
  vat: "3.1",
  priceListLeadDays: "3.3",
  documentLeadDays: "6.2",
  paymentCode: "3.4",
  paymentOrder: "3.4",
  staffDigestAt: null,
  secondPersonAbove: "3.4",
};

/** Settings that are a count of days; the rest are choices and lines. */
const NUMBER_SETTINGS = ["invoiceValidityWorkingDays", "priceListLeadDays", "documentLeadDays"] as const;
export const isNumberSetting = (key: SettingKey): key is (typeof NUMBER_SETTINGS)[number] =>
  (NUMBER_SETTINGS as readonly SettingKey[]).includes(key);

export const defaultSettings: Settings = settingsSchema.parse({});
