import type { ru } from "./words.ru.ts";

export const be: typeof ru = {
  foot: (title, number, seller, unp) => `${title}, рэдакцыя ${number} · ${seller}, УНП ${unp}`,
  mark: (sha256) => `SHA-256 тэксту рэдакцыі: ${sha256}`,
  facts: {
    ...{ edition: "Рэдакцыя", approved: "Зацверджана", published: "Апублікавана", inForce: "Дзейнічае з" },
    address: "Адрас",
  },
  example: ", прыклад для дэманстрацыі",
  approval: (number, date) => `загадам № ${number}${date === null ? "" : ` ад ${date}`}`,
  contents: "Змест",
};
