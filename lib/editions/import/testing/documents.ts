import { readFileSync } from "node:fs";
import { deleted, docx, footnoteCall, hyperlink, inserted, numbered, p, run, styled, table } from "./docx.ts";
import { markdownExport, termsPage } from "./write.ts";

const golden = (name: string) => new Uint8Array(readFileSync(new URL(`../golden/${name}`, import.meta.url)));
const utf8 = (text: string) => new TextEncoder().encode(text);

/** Text → the bytes of a one-byte alphabet, by turning the platform's decoder round. */
export function inAlphabet(text: string, label: string): Uint8Array {
  const all = Uint8Array.from({ length: 256 }, (_, at) => at);
  const table = new Map([...new TextDecoder(label).decode(all)].map((letter, at) => [letter, at]));
  return Uint8Array.from([...text], (letter) => table.get(letter) ?? 63);
}

/** Text stored as UTF-8, read in another alphabet and stored again. */
export const mistaken = (text: string, label: string): string => new TextDecoder(label).decode(utf8(text));

export const NOTICE = [
  "ПОЛИТИКА В ОТНОШЕНИИ ФАЙЛОВ COOKIE",
  "1. Общие положения",
  "1.1. «Сайт» – страницы студии «Берёзка», открытые по адресу https://berezka.example.",
  "1.2. Сайт хранит в браузере три файла: сеанс, язык и согласие посетителя.",
  "2. Сроки",
  "2.1. Сеанс хранится до закрытия браузера, язык – 1 (один) год.",
  "2.2. Согласие можно отозвать в любой день; тогда файлы удаляются.",
].join("\n\n");

/** The same for alphabets without quotes and dashes. */
const POOR = NOTICE.replace(/[«»]/g, '"').replaceAll("–", "-");

/** A contract of Word: automatic numbers, a table, tracked changes, a footnote, a link, a bullet list, contents. */
export const supplyDocx = (): Uint8Array =>
  docx(
    [
      p("Договор поставки саженцев", styled("Name")),
      p("1. Предмет\t2", styled("TOC1")),
      p("г. Лида, 14.02.2025"),
      p("Предмет", styled("H1")),
      p("Поставщик передаёт саженцы, а Покупатель оплачивает их.", numbered(1, 1)),
      p(run("Срок поставки – ") + deleted("семь") + inserted("десять") + run(" рабочих дней."), numbered(1, 1)),
      p("Цена", styled("H1x")),
      p(
        run("Цены указаны на странице ") + hyperlink("rId1", "прейскуранта") + footnoteCall(1) + run("."),
        numbered(1, 1),
      ),
      p("В цену входят:", numbered(1, 1)),
      p("упаковка;", numbered(1, 2)),
      p("погрузка.", numbered(1, 2)),
      table([
        ["Порода", "Цена"],
        ["Липа", "12,00"],
      ]),
      p("Оплата", styled("H1")),
      p("Покупатель платит в течение 5 дней.", numbered(1, 1)),
      p("переводом;", numbered(2, 0)),
      p("по счёту.", numbered(2, 0)),
    ].join(""),
    { footnotes: { 1: "Цены без доставки." }, links: { rId1: "https://sad.example/prices" } },
  );

/** Documents of different origin, as the bytes of a file each. */
export const documents = (): Record<string, Uint8Array> => ({
  "equipment-rent.txt": golden("equipment-rent.txt"),
  "kazakh-licence.txt": golden("kazakh-licence.txt"),
  "copied-terms.txt": golden("copied-terms.txt"),
  "terms.html": utf8(termsPage()),
  "export.md": utf8(markdownExport()),
  "supply.docx": supplyDocx(),
  "notice.txt": utf8(NOTICE),
  "notice.cp1251.txt": inAlphabet(NOTICE, "windows-1251"),
  "notice.koi8.txt": inAlphabet(POOR, "koi8-r"),
  "notice.dos.txt": inAlphabet(POOR, "ibm866"),
  "notice.utf16.txt": new Uint8Array(Buffer.from(`\uFEFF${NOTICE}`, "utf16le")),
  "notice.utf16-bare.txt": new Uint8Array(Buffer.from(NOTICE, "utf16le")),
  "notice.twice-1252.txt": utf8(mistaken(NOTICE, "windows-1252")),
  "notice.twice-1251.txt": utf8(mistaken(NOTICE, "windows-1251")),
});
