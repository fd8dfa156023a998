import type { Edition } from "../edition.ts";

const ENOUGH = 20;

/** By letters that only one of the languages has. Null: too little text, or a language that the library does not keep. */
export function languageOf(text: string): Edition["language"] | null {
  const sample = text.slice(0, 400_000).toLowerCase();
  const count = (pattern: RegExp) => sample.match(pattern)?.length ?? 0;
  const cyrillic = count(/\p{Script=Cyrillic}/gu);
  const latin = count(/\p{Script=Latin}/gu);
  if (cyrillic + latin < ENOUGH) return null;
  if (latin > cyrillic * 2) return count(/[à-ÿąčęėįšųūžłśźżőű]/g) > latin / 50 ? null : "en";
  const share = (pattern: RegExp) => count(pattern) / cyrillic;
  if (share(/[әғқңөұүһ]/g) > 0.02) return "kk";
  if (share(/ў/g) > 0.003 || (share(/і/g) > 0.02 && share(/[ыэё]/g) > 0.01)) return "be";
  if (share(/[їєґіљњћђџјѓќ]/g) > 0.005) return null;
  return "ru";
}
