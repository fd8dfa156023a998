import { z } from "zod";

import { parseMoney } from "#/lib/money/kopecks.ts";
import { checked, day, line, optionalLine } from "#/lib/requisites/fields.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { type EditionBindings, editionBindings } from "./bindings.ts";
import type { DraftPrice, DraftStage } from "./draft.ts";
import { draftInput, moveDraft } from "./draft-moves.ts";
import type { Clause, EditionKind } from "./edition.ts";
import { parseClauses } from "./parse-clauses.ts";
import type { SellerRequisites } from "./seller.ts";
import { sellerInput } from "./seller-input.ts";

/** Two hundred pages; in UTF-8 they still fit into the megabyte that an action takes. */
const LONGEST = 400_000;

const optionalDay = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(day.nullable());
const address = (text: string) => {
  const value = text.trim();
  const valid = URL.canParse(value) && /^https?:$/.test(new URL(value).protocol);
  return { valid, value, reason: valid ? null : "edition.address" };
};
const optionalAddress = z
  .string()
  .nullish()
  .transform((text) => text?.trim() || null)
  .pipe(checked(address).nullable());

const priceRow = z.object({
  months: z.coerce.number("field.invalid").int("field.invalid").min(1, "field.too_small").max(60, "field.too_big"),
  amount: z.string("money.empty").transform((text, ctx): string => {
    const sum = parseMoney(text);
    if (sum.ok && sum.value > 0n) return sum.value.toString();
    ctx.addIssue(sum.ok ? "money.positive" : sum.error);
    return z.NEVER;
  }),
});
/** A row of the grid that was left empty is no row. */
const filledRows = (rows: unknown) =>
  Array.isArray(rows) ? rows.filter((row) => Object.values(row ?? {}).some((text) => String(text).trim() !== "")) : [];

/** One part of a draft as its form sends it. */
export const editDraftInput = z.discriminatedUnion("part", [
  z.object({ ...draftInput.shape, part: z.literal("text"), source: z.string().max(LONGEST, "field.too_long") }),
  z.object({
    ...draftInput.shape,
    part: z.literal("head"),
    title: line(300),
    subtitle: optionalLine(300),
    orderNumber: optionalLine(60),
    orderDate: optionalDay,
    sourceUrl: optionalAddress,
  }),
  z.object({ ...draftInput.shape, part: z.literal("bindings"), bindings: editionBindings }),
  z.object({ ...draftInput.shape, part: z.literal("seller"), seller: sellerInput }),
  z.object({
    ...draftInput.shape,
    part: z.literal("prices"),
    prices: z.preprocess(filledRows, z.array(priceRow).max(60, "field.too_big")),
  }),
]);
export type EditDraftInput = z.output<typeof editDraftInput>;

/** What a draft says, as far as an edit may change it. */
export type DraftContent = {
  title: string;
  subtitle: string | null;
  sourceUrl: string | null;
  orderNumber: string | null;
  orderDate: string | null;
  clauses: Clause[];
  bindings: EditionBindings | null;
  seller: SellerRequisites | null;
  prices: DraftPrice[];
};
type Editable = DraftContent & {
  id: string;
  version: number;
  stage: DraftStage;
  kind: EditionKind;
  checkedBy: string | null;
};
type Refused = { code: string; params?: Record<string, string | number>; field?: string };
type Change = Partial<DraftContent>;

/** A new text, head, bound numbers, requisites or prices. An edit that changes nothing takes nobody's word away: it is refused. */
export function editDraft(
  draft: Editable,
  input: EditDraftInput,
): Result<{ stage: DraftStage; change: Change }, Refused> {
  const moved = moveDraft({ ...draft, publishOn: null }, "edit");
  if (!moved.ok) return moved;
  const change = changeOf(draft, input);
  if (!change.ok) return change;
  const same = Object.entries(change.value).every(
    ([name, value]) => JSON.stringify(value) === JSON.stringify(draft[name as keyof DraftContent]),
  );
  return same ? err({ code: "draft.same" }) : ok({ stage: moved.value, change: change.value });
}

function changeOf(draft: Editable, input: EditDraftInput): Result<Change, Refused> {
  switch (input.part) {
    case "text":
      return clausesOf(input.source);
    case "head": {
      const { title, subtitle, orderNumber, orderDate, sourceUrl } = input;
      return ok({ title, subtitle, orderNumber, orderDate, sourceUrl });
    }
    case "bindings":
      return draft.kind === "offer" ? ok({ bindings: input.bindings }) : err({ code: "draft.not_of_kind" });
    case "seller":
      return draft.kind === "offer" ? ok({ seller: input.seller }) : err({ code: "draft.not_of_kind" });
    case "prices":
      return draft.kind === "price-list" ? pricesOf(input.prices) : err({ code: "draft.not_of_kind" });
  }
}

function clausesOf(source: string): Result<Change, Refused> {
  const parsed = parseClauses(source);
  if (!parsed.ok) return err({ code: parsed.error.code, params: { clause: parsed.error.clause }, field: "source" });
  return parsed.value.length > 0 ? ok({ clauses: parsed.value }) : err({ code: "edition.empty", field: "source" });
}

/** 3.3: one price for a period, shortest first. */
function pricesOf(rows: readonly { months: number; amount: string }[]): Result<Change, Refused> {
  const twice = rows.findIndex(({ months }, at) => rows.findIndex((other) => other.months === months) < at);
  if (twice >= 0) return err({ code: "draft.period_twice", field: `prices.${twice}.months` });
  const prices = rows.map((row): DraftPrice => ({ product: "market-plus", ...row }));
  return ok({ prices: prices.toSorted((a, b) => a.months - b.months) });
}
