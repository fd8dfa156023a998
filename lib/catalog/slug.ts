const LATIN: Readonly<Record<string, string>> = Object.fromEntries(
  "а-a б-b в-v г-g ґ-g д-d е-e ё-e ж-zh з-z и-i і-i й-y к-k л-l м-m н-n о-o п-p р-r с-s т-t у-u ў-u ф-f х-h ц-c ч-ch ш-sh щ-shch ъ- ы-y ь- э-e ю-yu я-ya"
    .split(" ")
    .map((pair) => pair.split("-") as [string, string]),
);

/** An address made of a name: «Табель: учёт времени» → "tabel-uchet-vremeni". Empty where the name has no letter or digit for it. */
export const slugOf = (name: string): string =>
  [...name.normalize("NFC").replace(/№/g, "no").toLowerCase()]
    .map((letter) => LATIN[letter] ?? letter)
    .join("")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^a-z0-9]+/g, "-")
    .slice(0, 60)
    .replace(/^-|-$/g, "");
