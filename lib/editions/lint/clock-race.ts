import { findDurations } from "./durations.ts";
import { type LintClause, sentenceAround } from "./lint-text.ts";
import type { Finding } from "./rules.ts";
import { stem, wordsOf } from "./stem.ts";

type Start = "receipt" | "sending";
type Clock = { clause: string; text: string; start: Start; object: string };

const STARTS: readonly (readonly [Start, RegExp])[] = [
  [
    "receipt",
    /^[^.;]{0,20}?(?:с|со|от|з|са|ад|from|of|after)\s+(?:(?:даты|дня|момента|даты|моманту|the date of|the)\s*,?\s*)?(?:(?:когда|калі)[^.;,]{0,40}?)?(?:получени|получил|атрыман|receipt|receiving|received)\p{L}*/iu,
  ],
  [
    "sending",
    /^[^.;]{0,20}?(?:с|со|от|з|са|ад|from|of|after)\s+(?:(?:даты|дня|момента|моманту|the date of|the)\s*,?\s*)?(?:(?:когда|калі)[^.;,]{0,40}?)?(?:направлени|направил|отправк|отправлени|отправил|адпраўл|адправі|накіраван|sending|dispatch|sent)\p{L}*/iu,
  ],
];

/**
 * Two terms for one paper that start on different days, its sending and its receipt: whichever ends first settles the matter,
 * and nobody can tell which. 3.6 and 3.7 of the offer race with 3.8.
 */
export function raceFindings(clauses: readonly LintClause[]): Finding[] {
  const clocks = clauses.flatMap((clause) => clocksIn(clause));
  const objects = new Set(clocks.map(({ object }) => object));
  return [...objects].flatMap((object): Finding[] => {
    const of = (start: Start) => clocks.filter((clock) => clock.object === object && clock.start === start);
    const [received, sent] = [of("receipt"), of("sending")];
    const [first] = received;
    return !first
      ? []
      : sent.map(({ clause, text }) => {
          const others = [...new Set(received.map((clock) => clock.clause))].join(", ");
          return { rule: "clocks.race", clause, text: `${text} / ${first.text} (${others})`, params: { others } };
        });
  });
}

function clocksIn({ name, prose }: LintClause): Clock[] {
  return findDurations(prose).flatMap(({ start: at, end, text }) => {
    const after = prose.slice(end, at + sentenceAround(prose, at).length + 1);
    for (const [start, words] of STARTS) {
      const match = words.exec(after);
      const object = match && objectAfter(after.slice(match[0].length));
      if (match && object)
        return [{ clause: name, text: `${text}${match[0]}${object.words}`, start, object: object.stem }];
    }
    return [];
  });
}

/** What was sent: «электронного Акта», «Акт Продавцом»: the first word with a capital, else the first word. */
function objectAfter(text: string): { words: string; stem: string } | null {
  const near = wordsOf(text).slice(0, 3);
  const word = near.find((one) => /^\p{Lu}/u.test(one.text)) ?? near[0];
  return word ? { words: text.slice(0, word.end), stem: stem(word.text) } : null;
}
