import { z } from "zod";

import { DATE_ORDERS, DECIMALS, FIELDS, MAX_COLUMNS, MAX_HEADER_ROW, tableMapping } from "./mapping.ts";

const optional = z.union([z.uuid(), z.literal("").transform(() => undefined)]).optional();
const count = (min: number, max: number) => z.coerce.number<string | number>().int().min(min).max(max);
/** A form sends the number of a column, or "" where the table has none for the field. */
const chosen = z
  .string()
  .regex(/^\d{0,2}$/, "field.choose")
  .transform((text) => (text === "" ? undefined : Number(text)))
  .refine((at) => at === undefined || at < MAX_COLUMNS, "field.choose");

/** The mapping as the form of a profile sends it. */
export const mappingInput = z
  .object({
    fileId: optional,
    account: z.string(),
    headerRow: count(1, MAX_HEADER_ROW),
    columns: z.partialRecord(z.enum(FIELDS), chosen),
    dateOrder: z.enum(DATE_ORDERS),
    decimal: z.enum(DECIMALS),
    skipRows: count(0, 20),
    skipWords: z.string().max(1000),
    opening: z.string().trim().max(80),
    closing: z.string().trim().max(80),
  })
  .transform(({ fileId, opening, closing, skipWords, columns, ...rest }, ctx) => {
    const half = (opening === "") !== (closing === "");
    if (half)
      ctx.addIssue({
        code: "custom",
        path: [opening === "" ? "opening" : "closing"],
        message: "profile.half_balances",
      });
    const mapping = tableMapping.safeParse({
      ...rest,
      columns: Object.fromEntries(Object.entries(columns).filter(([, at]) => at !== undefined)),
      skipWords: skipWords.split(/[,;\n]/).flatMap((word) => word.trim() || []),
      balances: opening === "" || half ? null : { opening, closing },
    });
    if (!mapping.success)
      for (const { path, message } of mapping.error.issues) ctx.addIssue({ code: "custom", path: [...path], message });
    return mapping.success && !half ? { fileId, mapping: mapping.data } : z.NEVER;
  });

/** With a name it is a profile: a new one, or the next version of one. */
export const profileName = z.string().trim().min(1, "field.required").max(80);
export const profileInput = z
  .looseObject({ name: profileName, profileId: optional, version: count(0, 1_000_000) })
  .transform(({ name, profileId, version }) => ({ name, profileId, version }))
  .and(mappingInput);
