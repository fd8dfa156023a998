import { agree, groupOf } from "./words.slavic.ts";
import type { NumberWords } from "./words.ts";

const UNITS =
  "три четыре пять шесть семь восемь девять десять одиннадцать двенадцать тринадцать четырнадцать пятнадцать шестнадцать семнадцать восемнадцать девятнадцать";
const TENS = "двадцать тридцать сорок пятьдесят шестьдесят семьдесят восемьдесят девяносто";
const HUNDREDS = "сто двести триста четыреста пятьсот шестьсот семьсот восемьсот девятьсот";

export const ru: NumberWords = {
  group: groupOf({
    masculine: ["один", "два"],
    feminine: ["одна", "две"],
    units: UNITS.split(" "),
    tens: TENS.split(" "),
    hundreds: HUNDREDS.split(" "),
  }),
  zero: "ноль",
  scales: [
    agree(["тысяча", "тысячи", "тысяч"]),
    agree(["миллион", "миллиона", "миллионов"]),
    agree(["миллиард", "миллиарда", "миллиардов"]),
  ],
  feminineScale: 1,
  ruble: agree(["белорусский рубль", "белорусских рубля", "белорусских рублей"]),
  kopeck: agree(["копейка", "копейки", "копеек"]),
};
