import { isDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import type { DraftPrice } from "#/lib/editions/draft.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { formatIban } from "#/lib/requisites/iban.ts";

/** A number, requisite or price beside the text. `key` is its path: "seller.bank.iban", "prices.12". */
export type Fact = { key: string; title: string; value: string };

type Stated = {
  bindings: EditionBindings | null;
  seller: SellerRequisites | null;
  prices: readonly (Omit<DraftPrice, "amount" | "product"> & { amount: string | bigint })[];
};

/** Everything that an edition states beside its text, flat, in words: for reading and for comparing two. */
export function factsOf({ bindings, seller, prices }: Stated, locale: Locale): Fact[] {
  const t = translator(locale, "editions");
  // Every leaf has its word in every language; the compiler cannot see it through a path.
  const title = (key: string) => (t as (key: string) => string)(key);
  const words = [...flat("seller", seller), ...flat("bindings", bindings)]
    .filter(([key]) => key !== "seller.bank.currency")
    .map(([key, value]) => ({ key, title: title(key), value: shown(key, value) }));
  const rows = prices.map(({ months, amount }) => ({
    ...{ key: `prices.${months}`, title: t("diff.month", { count: months }) },
    value: formatMoney(BigInt(amount)),
  }));
  return [...words, ...rows];
}

export const groupOf = ({ key }: Fact) => key.split(".", 1)[0] as "seller" | "bindings" | "prices";

function shown(key: string, value: string): string {
  if (key === "seller.bank.iban") return formatIban(value);
  return isDay(value) ? formatDay(value) : value;
}

function flat(path: string, value: unknown): [key: string, value: string][] {
  if (value === null || value === undefined) return [];
  if (typeof value === "string") return [[path, value]];
  if (typeof value !== "object") return [[path, JSON.stringify(value)]];
  return Object.entries(value).flatMap(([name, inner]) => flat(`${path}.${name}`, inner));
}

/** What differs between two lists of facts; null where a side has none. */
export function changedFacts(before: readonly Fact[], after: readonly Fact[]) {
  const [was, now] = [before, after].map((facts) => new Map(facts.map((fact) => [fact.key, fact.value])));
  const all = new Map([...before, ...after].map(({ key, title }) => [key, title]));
  return [...all]
    .map(([key, title]) => ({ key, title, was: was?.get(key) ?? null, now: now?.get(key) ?? null }))
    .filter(({ was: old, now: fresh }) => old !== fresh);
}
