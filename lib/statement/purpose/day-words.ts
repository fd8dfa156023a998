import { fold } from "./fold.ts";

const UNITS = [
  "ПЕРВОГО ПЕРШАГА",
  "ВТОРОГО ДРУГОГА",
  "ТРЕТЬЕГО ТРЭЦЯГА",
  "ЧЕТВЕРТОГО ЧАЦВЕРТАГА",
  "ПЯТОГО ПЯТАГА",
  "ШЕСТОГО ШОСТАГА",
  "СЕДЬМОГО СЕМАГА",
  "ВОСЬМОГО ВОСЬМАГА",
  "ДЕВЯТОГО ДЗЯВЯТАГА",
  "ДЕСЯТОГО ДЗЯСЯТАГА",
  "ОДИННАДЦАТОГО АДЗІНАЦЦАТАГА",
  "ДВЕНАДЦАТОГО ДВАНАЦЦАТАГА",
  "ТРИНАДЦАТОГО ТРЫНАЦЦАТАГА",
  "ЧЕТЫРНАДЦАТОГО ЧАТЫРНАЦЦАТАГА",
  "ПЯТНАДЦАТОГО ПЯТНАЦЦАТАГА",
  "ШЕСТНАДЦАТОГО ШАСНАЦЦАТАГА",
  "СЕМНАДЦАТОГО СЯМНАЦЦАТАГА",
  "ВОСЕМНАДЦАТОГО ВАСЯМНАЦЦАТАГА",
  "ДЕВЯТНАДЦАТОГО ДЗЕВЯТНАЦЦАТАГА",
  "ДВАДЦАТОГО ДВАЦЦАТАГА",
];
const spelled = (day: number): string[] => (UNITS[day - 1] ?? "").split(" ");
const joined = (tens: string, day: number) => spelled(day).map((word) => `${tens} ${word}`);

/** «пятнадцатого», «двадцать первого», «трыццаць першага»: how a day of the month is said, by its words. */
export const DAY_WORDS: ReadonlyMap<string, number> = new Map(
  Array.from({ length: 31 }, (_, at) => at + 1).flatMap((day) => {
    const words =
      day <= 20
        ? spelled(day)
        : day < 30
          ? [...joined("ДВАДЦАТЬ", day - 20), ...joined("ДВАЦЦАЦЬ", day - 20)]
          : day === 30
            ? ["ТРИДЦАТОГО", "ТРЫЦЦАТАГА"]
            : [...joined("ТРИДЦАТЬ", 1), ...joined("ТРЫЦЦАЦЬ", 1)];
    return words.map((word) => [fold(word), day] as const);
  }),
);
