/** What field 86 says of the other side and of the purpose. */
export type Details = { purpose: string; name: string; iban?: string; bic?: string; unp?: string };

/** Longest piece of a line of field 86 and of one of its `?NN` parts: a piece of full length was cut in the middle. */
const LINE = 65;
const PART = 27;

/** Pieces of one text: a space that stood at the cut is gone, a word that was cut has none. */
const joined = (pieces: readonly string[], full: number): string =>
  pieces
    .reduce((text, piece, at) => {
      const before = pieces[at - 1];
      return at === 0 || (before !== undefined && before.length >= full) ? text + piece : `${text} ${piece}`;
    }, "")
    .trim();

const UNP = /(?:УНП|УНН|UNP|UNN)[\s:№]*([0-9A-Z]{2}\d{7})/i;
const unpIn = (text: string): string | undefined => UNP.exec(text)?.[1];

/** Field 86 as banks write it: `?20…?63` parts, `/NAME/…` code words, or plain text. */
export function detailsOf(lines: readonly string[]): Details {
  const glued = lines.join("");
  if (/^\d{3}\?|^\?\d\d/.test(glued)) return byParts(glued);
  if (/\/(?:REMI|NAME|ORDP|BENM|ADDR)\//.test(glued)) return byWords(glued);
  const purpose = joined(lines, LINE);
  return { purpose, name: "", ...known("unp", unpIn(purpose)) };
}

function byParts(text: string): Details {
  const parts = new Map<number, string>();
  for (const piece of text.split("?").slice(1)) parts.set(Number(piece.slice(0, 2)), piece.slice(2));
  const of = (numbers: readonly number[]) => numbers.flatMap((number) => parts.get(number) ?? []);
  const purpose = joined(of([20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63]), PART);
  const name = joined(of([32, 33]), PART);
  const unp = unpIn(name) ?? unpIn(purpose);
  return {
    purpose,
    name: name.replace(UNP, "").trim(),
    ...known("bic", parts.get(30)),
    ...known("iban", parts.get(31)),
    ...known("unp", unp),
  };
}

function byWords(text: string): Details {
  const words = new Map<string, string>();
  for (const [, word = "", value = ""] of text.matchAll(/\/([A-Z]{3,5})\/(.*?)(?=\/[A-Z]{3,5}\/|$)/g))
    if (!words.has(word) || words.get(word) === "") words.set(word, value.replace(/^\/+|[\s/]+$/g, "").trim());
  const purpose = words.get("REMI") ?? "";
  const unp = unpIn(words.get("ID") ?? "") ?? words.get("UNP") ?? unpIn(text);
  return {
    ...{ purpose, name: words.get("NAME") ?? "" },
    ...known("iban", words.get("IBAN") ?? words.get("ACC")),
    ...known("bic", words.get("BIC")),
    ...known("unp", unp),
  };
}

const known = <K extends keyof Details>(key: K, value: string | undefined): Partial<Details> =>
  value ? { [key]: value } : {};
