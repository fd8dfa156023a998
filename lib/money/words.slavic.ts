/** What Russian and Belarusian share: how a noun agrees with a number and how a group of three is put together. */

type Forms = readonly [one: string, few: string, many: string];

/** 1 рубль, 2 рубля, 5 рублей, 11 рублей, 21 рубль. */
export const agree =
  ([one, few, many]: Forms) =>
  (count: number): string => {
    const tens = count % 100;
    const units = count % 10;
    if (tens >= 11 && tens <= 14) return many;
    if (units === 1) return one;
    return units >= 2 && units <= 4 ? few : many;
  };

type Numerals = {
  masculine: readonly [string, string];
  feminine: readonly [string, string];
  /** 3 to 19. */
  units: readonly string[];
  /** 20 to 90. */
  tens: readonly string[];
  /** 100 to 900. */
  hundreds: readonly string[];
};

export const groupOf =
  (numerals: Numerals) =>
  (value: number, feminine: boolean): string[] => {
    const ones = ["", ...(feminine ? numerals.feminine : numerals.masculine), ...numerals.units];
    const below = value % 100;
    const said = [
      ["", ...numerals.hundreds][Math.floor(value / 100)],
      below < 20 ? ones[below] : ["", "", ...numerals.tens][Math.floor(below / 10)],
      below < 20 ? "" : ones[below % 10],
    ];
    return said.filter((word): word is string => Boolean(word));
  };
