import { agree } from "#/lib/money/words.slavic.ts";

const NBSP = "\u00A0";

/** «3 месяца»: the number and its noun on one line. */
export const counted = (forms: readonly [string, string, string]) => {
  const noun = agree(forms);
  return (value: number) => `${value}${NBSP}${noun(value)}`;
};
