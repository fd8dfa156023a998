import { foldText } from "../fold.ts";
import { CARD_FIELDS, type CardField, type Included } from "../product.ts";

/** The heads of our own table, in Russian; an import takes them, the names of the fields, and what people write instead. */
export const HEADS: Record<CardField, string> = {
  slug: "Адрес",
  name: "Название",
  vendor: "Разработчик",
  what: "Что делает",
  category: "Категория",
  dataAccessed: "Доступ к данным",
  licence: "Лицензия",
  addendum: "Приложение к лицензии",
  territory: "Территория",
  included: "Входит в подписку",
  supportContact: "Поддержка",
  supportDays: "Ответ поддержки, рабочих дней",
  sourceUrl: "Источник",
};

const OTHER_HEADS: Partial<Record<CardField, readonly string[]>> = {
  slug: ["slug", "id", "код", "идентификатор"],
  name: ["name", "product", "title", "продукт", "наименование", "приложение"],
  vendor: ["vendor", "developer", "вендор", "правообладатель"],
  what: ["what", "description", "what it does", "описание"],
  category: ["category", "раздел"],
  dataAccessed: ["data", "data accessed", "permissions", "данные", "права доступа"],
  licence: ["licence", "license", "лицензионный договор"],
  addendum: ["addendum", "приложение к договору", "licence addendum", "license addendum"],
  territory: ["territory", "countries", "страны"],
  included: ["included", "in subscription", "in the subscription", "в подписке"],
  supportContact: ["support", "support contact", "контакт поддержки"],
  supportDays: ["support days", "support term", "support working days", "срок поддержки", "срок ответа"],
  sourceUrl: ["source", "url", "source url", "link", "ссылка"],
};

const FIELD_OF = new Map(
  CARD_FIELDS.flatMap((field) =>
    [field, HEADS[field], ...(OTHER_HEADS[field] ?? [])].map((head) => [foldText(head), field] as const),
  ),
);

/** The field that a head of a column names, whatever its case, language and signs; null for a column that we do not keep. */
export const fieldOf = (head: string): CardField | null => FIELD_OF.get(foldText(head)) ?? null;

/** As the table says it. */
export const INCLUDED_WORDS: Record<Included, string> = { yes: "да", no: "нет", unknown: "неизвестно" };
const SAID: Record<Included, readonly string[]> = {
  yes: ["да", "yes", "true", "1", "так", "входит", "+"],
  no: ["нет", "no", "false", "0", "не", "не входит", "-"],
  unknown: ["неизвестно", "unknown", "невядома", "", "?"],
};

/** «да», "yes", "1" … → a value of the field; anything else stays as it is and is refused by the schema. */
export function includedOf(text: string): string {
  const said = text.trim().toLowerCase();
  return (Object.keys(SAID) as Included[]).find((one) => SAID[one].includes(said)) ?? said;
}

/** A cell that a spreadsheet would take for a formula gets an apostrophe; one that has it already gets another, so that none is lost. */
export const escapeCell = (text: string): string => text.replace(/^(?='*[=+\-@＝＋－＠\t\r])/, "'");
export const unescapeCell = (cell: string): string => cell.replace(/^'(?='*[=+\-@＝＋－＠\t\r])/, "");
