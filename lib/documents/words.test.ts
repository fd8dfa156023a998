import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";

const ROOM = "lib/documents";
const kinds = readdirSync(ROOM, { withFileTypes: true }).filter(
  (entry) => entry.isDirectory() && !["preview", "testing"].includes(entry.name),
);
const files = kinds.flatMap(({ name }) =>
  readdirSync(path.join(ROOM, name)).map((file) => path.join(ROOM, name, file)),
);
const withoutComments = (file: string) => readFileSync(file, "utf8").replace(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, "");

it.each(files.filter((file) => /(?:model\.ts|\.typ)$/.test(file)))(
  "%s says nothing by itself: its words are a language's",
  (file) => {
    expect(withoutComments(file)).not.toMatch(/[А-Яа-яЁёІіЎў]/);
  },
);

/** Names that are registered as they are: of the product, of the sections of Битрикс24, of the exchange. */
const NAMES = /1С-Битрикс24\.Маркет Плюс|«Подписка на Маркет»|«Мой тариф»|Битрикс24|«ЭДиН»/g;

it.each(files.filter((file) => file.endsWith("words.be.ts")))("%s has no letter that Belarusian has not", (file) => {
  expect(withoutComments(file).replace(NAMES, "")).not.toMatch(/[ИиЩщЪъ]/);
});

it.each(files.filter((file) => file.endsWith("words.ru.ts")))("%s has a Belarusian neighbour", (file) => {
  expect(files).toContain(file.replace(".ru.", ".be."));
});

/** «у» after a vowel and before a word of its own is «ў»; after a consonant or a sign it stays. */
it.each(files.filter((file) => file.endsWith("words.be.ts")))("%s keeps the rule of «ў»", (file) => {
  const text = withoutComments(file).replace(NAMES, "");
  expect(text).not.toMatch(/[аеёіоуыэюя] у /i);
  expect(text).not.toMatch(/[бвгджзйклмнпрстфхцчшьў] ў /i);
});
