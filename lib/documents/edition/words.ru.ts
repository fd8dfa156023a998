export const ru = {
  foot: (title: string, number: number, seller: string, unp: string) =>
    `${title}, редакция ${number} · ${seller}, УНП ${unp}`,
  mark: (sha256: string) => `SHA-256 текста редакции: ${sha256}`,
  facts: {
    ...{ edition: "Редакция", approved: "Утверждена", published: "Опубликована", inForce: "Действует с" },
    address: "Адрес",
  },
  example: ", пример для демонстрации",
  approval: (number: string, date: string | null) => `приказом № ${number}${date === null ? "" : ` от ${date}`}`,
  contents: "Содержание",
};
