import { agree, groupOf } from "./words.slavic.ts";
import type { NumberWords } from "./words.ts";

const UNITS =
  "тры чатыры пяць шэсць сем восем дзевяць дзесяць адзінаццаць дванаццаць трынаццаць чатырнаццаць пятнаццаць шаснаццаць сямнаццаць васямнаццаць дзевятнаццаць";
const TENS = "дваццаць трыццаць сорак пяцьдзясят шэсцьдзясят семдзесят восемдзесят дзевяноста";
const HUNDREDS = "сто дзвесце трыста чатырыста пяцьсот шэсцьсот семсот восемсот дзевяцьсот";

export const be: NumberWords = {
  group: groupOf({
    masculine: ["адзін", "два"],
    feminine: ["адна", "дзве"],
    units: UNITS.split(" "),
    tens: TENS.split(" "),
    hundreds: HUNDREDS.split(" "),
  }),
  zero: "нуль",
  scales: [
    agree(["тысяча", "тысячы", "тысяч"]),
    agree(["мільён", "мільёны", "мільёнаў"]),
    agree(["мільярд", "мільярды", "мільярдаў"]),
  ],
  feminineScale: 1,
  ruble: agree(["беларускі рубель", "беларускія рублі", "беларускіх рублёў"]),
  kopeck: agree(["капейка", "капейкі", "капеек"]),
};
