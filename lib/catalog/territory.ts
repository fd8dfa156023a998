import { type Locale, locales } from "#/lib/messages/locales.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { foldText } from "./fold.ts";
import { listOf } from "./lists.ts";

/** The whole world, by the code of the United Nations, which names of regions know, too. */
const WORLD = "001";
const UNKNOWN = ["неизвестно", "невядома", "unknown"];
/** Codes of regions that are no territory of a licence: test codes and «unknown region». */
const NO_TERRITORY = ["ZZ", "XA", "XB", "QO"];

let known: { codes: Map<string, string>; names: Map<string, string> } | undefined;

/** Every country by its code and by its names in our languages, folded. Made once, at the first use. */
function countries() {
  if (known) return known;
  const names = locales.map((locale) => new Intl.DisplayNames([locale], { type: "region", fallback: "none" }));
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const all = [WORLD, ...letters.flatMap((first) => letters.map((second) => first + second))].filter(
    (code) => !NO_TERRITORY.includes(code) && names[0]?.of(code),
  );
  // Codes that are no more bear the name of what came after them: SU is called «Россия», and so means RU.
  const today = (code: string) => new Intl.Locale(`und-${code}`).region ?? code;
  known = {
    // «ВУ» in Cyrillic is «BY»: folded, they are one.
    codes: new Map(all.map((code) => [foldText(code), today(code)])),
    names: new Map(all.flatMap((code) => names.map((one) => [foldText(one.of(code) ?? code), today(code)] as const))),
  };
  return known;
}

/**
 * Countries as people list them, by codes or names («BY, RU», «Беларусь; Казахстан», «весь мир») → codes without repetition, the
 * list's order kept. Blank or «неизвестно» is null. Refused with the first piece that is no country.
 */
export function parseTerritory(text: string): Result<string[] | null, string> {
  const folded = foldText(text);
  if (folded === "" || UNKNOWN.some((word) => foldText(word) === folded)) return ok(null);
  const { codes, names } = countries();
  const found: string[] = [];
  for (const piece of listOf(text.replaceAll(",", ";"))) {
    const short = piece.replace(/^республика\s+|^рэспубліка\s+|^republic of\s+/i, "");
    const code = codes.get(foldText(piece)) ?? names.get(foldText(piece)) ?? names.get(foldText(short));
    if (!code) return err(piece);
    found.push(code);
  }
  return found.length > 0 ? ok([...new Set(found)]) : ok(null);
}

export const countryName = (code: string, locale: Locale): string =>
  new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;

/** True where a list of territories holds Belarus, by name or in the whole world. */
export const holdsBelarus = (territory: readonly string[]): boolean =>
  territory.includes("BY") || territory.includes(WORLD);
