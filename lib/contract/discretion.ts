import type { Kopecks } from "#/lib/money/kopecks.ts";
import type { Settings } from "./settings.ts";

export const secondPersonAbove = (settings: Pick<Settings, "secondPersonAbove">): Kopecks =>
  BigInt(settings.secondPersonAbove);

/**
 * Clause 3.4, last sentence: whether so much of one payment may be set at discretion by one person alone. What of the payment
 * stands at discretion already counts, so that a sum cut in pieces is the same sum.
 */
export const needsSecondPerson = (atDiscretion: Kopecks, settings: Pick<Settings, "secondPersonAbove">): boolean =>
  atDiscretion > secondPersonAbove(settings);
