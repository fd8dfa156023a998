import type { NumberWords } from "./words.ts";

const ONES =
  "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split(" ");

function group(value: number): string[] {
  const hundreds = Math.floor(value / 100);
  const below = value % 100;
  const tens = TENS[Math.floor(below / 10) - 2];
  const one = ONES[(tens ? below % 10 : below) - 1];
  const said = [hundreds > 0 ? `${ONES[hundreds - 1]} hundred` : "", [tens, one].filter(Boolean).join("-")];
  return said.filter(Boolean);
}

export const en: NumberWords = {
  group,
  zero: "zero",
  scales: [() => "thousand", () => "million", () => "billion"],
  feminineScale: null,
  ruble: (count) => (count === 1 ? "Belarusian ruble" : "Belarusian rubles"),
  kopeck: (count) => (count === 1 ? "kopeck" : "kopecks"),
};
