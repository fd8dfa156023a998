import type { ru } from "./words.ru.ts";

export const be: typeof ru = {
  head: (certificate) => [`${certificate} на перыяд`, "Узнагароджанне", "У месяц, даведачна"],
  vat: (rate) => `Цэны пазначаны з ПДВ, стаўка ${rate} %. ПДВ вылучаецца ў рахунку і акце.`,
};
