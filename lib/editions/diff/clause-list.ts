/** Of a longer list the first ones are told and the rest are counted. */
const TOLD = 8;

/** Neighbouring numbers as one range: 3.6, 3.7, 3.8 → «3.6–3.8». What has no number stands by itself. */
export function ranges(numbers: readonly string[]): string[] {
  const out: string[][] = [];
  for (const number of numbers) {
    const run = out.at(-1);
    if (run && follows(run.at(-1) ?? "", number)) run.push(number);
    else out.push([number]);
  }
  // Two neighbours are shorter and plainer as two.
  return out.flatMap((run) => (run.length > 2 ? [`${run[0]}–${run.at(-1)}`] : run));
}

/** 3.7 after 3.6; 4.1 does not follow 3.9, and 4 does not follow 3.9. */
export function follows(before: string, after: string): boolean {
  const [x, y] = [before.split("."), after.split(".")];
  const last = [Number(x.pop()), Number(y.pop())] as const;
  return x.join(".") === y.join(".") && last[1] === last[0] + 1;
}

/** «3.5, 3.7 и 6.2», and of a long list its beginning with the number of the others. */
export function clauseList(locale: string, numbers: readonly string[], more: (count: number) => string): string {
  const parts = ranges(numbers);
  const told = parts.length > TOLD ? parts.slice(0, TOLD - 1) : parts;
  const left = numbers.length - count(told);
  return new Intl.ListFormat(locale, { type: "conjunction" }).format(left > 0 ? [...told, more(left)] : told);
}

const count = (parts: readonly string[]): number =>
  parts.reduce((sum, part) => {
    const [from, to] = part.split("–").map((number) => Number(number.split(".").at(-1)));
    return sum + (to === undefined || from === undefined || Number.isNaN(to) ? 1 : to - from + 1);
  }, 0);
