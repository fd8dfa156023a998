import "server-only";

import { diffEditions } from "#/lib/editions/diff/diff-editions.ts";
import type { EditionDiff } from "#/lib/editions/diff/model.ts";
import type { EditionText } from "#/lib/editions/edition.ts";
import { editionNumber } from "../../../../_data/addresses.ts";
import { kept } from "../../../../_data/kept.ts";
import { numbered, type Published } from "../../../../_data/library.ts";

export type Compared = { old: Published; fresh: Published; diff: EditionDiff };

const textOf = ({ title, edition }: Published): EditionText => ({ ...edition.text, title });

/** Two published texts never change, so neither does what is between them. Both exist: `compared` asked for them. */
const between = kept(Number.POSITIVE_INFINITY, async (slug: string, first: number, second: number) => {
  const [old, fresh] = await Promise.all([numbered(slug, first), numbered(slug, second)]);
  return diffEditions(textOf(old!), textOf(fresh!));
});

/** Two editions of one document, the earlier one first whichever the address names first; null where one is missing. */
export async function compared(slug: string, one: string, other: string): Promise<Compared | null> {
  const [first, second] = [editionNumber(one), editionNumber(other)];
  if (first === null || second === null) return null;
  const [low, high] = [Math.min(first, second), Math.max(first, second)];
  const [old, fresh] = await Promise.all([numbered(slug, low), numbered(slug, high)]);
  return old && fresh ? { old, fresh, diff: await between(slug, low, high) } : null;
}
