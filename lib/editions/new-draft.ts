import { z } from "zod";

import { line, optionalLine } from "#/lib/requisites/fields.ts";
import { EDITION_KINDS } from "./edition.ts";

export const EDITION_LANGUAGES = ["ru", "be", "en", "kk"] as const;

const slug = z
  .string("field.required")
  .trim()
  .min(1, "field.required")
  .max(80, "field.too_long")
  .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "edition.slug");
const language = z.enum(EDITION_LANGUAGES);

/** The next edition of a document, or the first one of a new document; a title of its own where somebody gave one. */
const next = z.object({ way: z.literal("next"), slug, language, title: optionalLine(300) });
const document = z.object({
  way: z.literal("document"),
  slug,
  kind: z.enum(EDITION_KINDS),
  language,
  title: line(300),
});

export const newDraftInput = z.discriminatedUnion("way", [next, document]);
export type NewDraftInput = z.output<typeof newDraftInput>;

/** The same for the text of an uploaded file. */
export const importDraftInput = z.discriminatedUnion("way", [
  next.extend({ fileId: z.uuid() }),
  document.extend({ fileId: z.uuid() }),
]);

/** 1.9, 2.2: what the outside page says today, against the newest edition of its snapshot. */
export const checkSnapshotInput = z.object({ fileId: z.uuid(), slug, language });
