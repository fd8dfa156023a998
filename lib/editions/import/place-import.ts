import { addDays, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import type { EditionBindings } from "../bindings.ts";
import type { Edition, EditionKind } from "../edition.ts";

type Carried = Pick<Edition, "bindings" | "seller">;
export type PlaceRefusal =
  | { code: "edition.dates"; params?: undefined }
  | { code: "edition.too_early"; params: { earliest: string } }
  | { code: "edition.same_day"; params: { on: string } };

/** Why a file with dates becomes a draft all the same: what it lacks, a person has to add. */
export type DraftReason = "no-dates" | "no-bindings" | "no-prices";
export type Placed =
  | ({ as: "draft"; why: DraftReason } & Carried)
  | ({ as: "edition"; publishedOn: Day; inForceFrom: Day } & Carried);

/**
 * What an imported text becomes. Without dates a draft, which goes the way of every draft. With dates an edition, as history
 * is brought in; an offer keeps the bound numbers and requisites of the edition before it, or waits for them as a draft, and
 * is in force no earlier than its predecessor promises (6.2). A price list without its rows is no price list yet.
 */
export function placeImport(
  file: { kind: EditionKind; publishedOn: Day | null; inForceFrom: Day | null; prices: number } & Carried,
  newest: (Carried & { bindings: EditionBindings | null }) | null,
  taken: readonly Day[],
): Result<Placed, PlaceRefusal> {
  const isOffer = file.kind === "offer";
  const bindings = file.bindings ?? (isOffer ? (newest?.bindings ?? null) : null);
  const seller = file.seller ?? (isOffer ? (newest?.seller ?? null) : null);
  const { publishedOn } = file;
  const draft = (why: DraftReason) => ok({ as: "draft", why, bindings, seller } as const);
  if (publishedOn === null) return file.inForceFrom === null ? draft("no-dates") : err({ code: "edition.dates" });
  if (isOffer && (bindings === null || seller === null)) return draft("no-bindings");
  if (file.kind === "price-list" && file.prices === 0) return draft("no-prices");
  const lead = isOffer ? (newest?.bindings?.editionCalendarDays ?? 0) : 0;
  const earliest = addDays(publishedOn, lead);
  const inForceFrom = file.inForceFrom ?? earliest;
  if (inForceFrom < publishedOn) return err({ code: "edition.dates" });
  if (inForceFrom < earliest) return err({ code: "edition.too_early", params: { earliest: formatDay(earliest) } });
  if (taken.includes(inForceFrom)) return err({ code: "edition.same_day", params: { on: formatDay(inForceFrom) } });
  return ok({ as: "edition", publishedOn, inForceFrom, bindings, seller } as const);
}
