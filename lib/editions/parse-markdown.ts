import { z } from "zod";
import { type Day, isDay } from "#/lib/calendar/day.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { editionBindings } from "./bindings.ts";
import { EDITION_KINDS, type Edition } from "./edition.ts";
import { type FrontMatterRefusal, splitFrontMatter } from "./front-matter.ts";
import { type ClauseRefusal, parseClauses } from "./parse-clauses.ts";
import { sellerRequisites } from "./seller.ts";

export type EditionRefusal =
  | FrontMatterRefusal
  | ClauseRefusal
  | { code: "edition.facts"; path: string }
  | { code: "edition.empty" };

const day = z.custom<Day>(isDay);

const price = z.strictObject({
  product: z.literal("market-plus"),
  months: z.coerce.number().int().positive(),
  amount: z.string().regex(/^\d+$/).transform(BigInt),
});

const facts = z.strictObject({
  slug: z.string().regex(/^[a-z0-9]+(-[a-z0-9]+)*$/),
  kind: z.enum(EDITION_KINDS),
  language: z.enum(["ru", "be", "en", "kk"]),
  number: z.coerce.number().int().positive(),
  title: z.string().min(1),
  subtitle: z.string().nullable().default(null),
  orderNumber: z.string().nullable().default(null),
  orderDate: day.nullable().default(null),
  publishedOn: day,
  inForceFrom: day,
  example: z
    .enum(["true", "false"])
    .default("false")
    .transform((value) => value === "true"),
  sourceUrl: z.url().nullable().default(null),
  bindings: editionBindings.nullable().default(null),
  seller: sellerRequisites.nullable().default(null),
  prices: z.array(price).default([]),
});

export type EditionHead = z.infer<typeof facts>;

/** The facts at the head of an edition file and the text below them, unread. */
export function parseHead(source: string): Result<{ head: EditionHead; body: string }, EditionRefusal> {
  const parts = splitFrontMatter(source);
  if (!parts.ok) return parts;
  const head = facts.safeParse(parts.value.head);
  if (!head.success) return err({ code: "edition.facts", path: head.error.issues[0]?.path.join(".") ?? "" });
  return ok({ head: head.data, body: parts.value.body });
}

/** An edition file (front matter + numbered clauses) → Edition. Refusals name the line, clause or fact at fault. */
export function parseEdition(source: string): Result<Edition, EditionRefusal> {
  const parts = parseHead(source);
  if (!parts.ok) return parts;
  const clauses = parseClauses(parts.value.body);
  if (!clauses.ok) return clauses;
  if (clauses.value.length === 0) return err({ code: "edition.empty" });
  const { title, ...rest } = parts.value.head;
  return ok({ ...rest, text: { title, clauses: clauses.value } });
}
