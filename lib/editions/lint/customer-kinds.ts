import type { LintClause } from "./lint-text.ts";
import type { Finding } from "./rules.ts";

/** The kinds of customers that 1.2 may name, in the words of the three languages. */
const KINDS = {
  "legal-entity": /юридическ\p{L}*\s+лиц\p{L}*|юрыдычн\p{L}*\s+ас\p{L}*|legal\s+entit\p{L}*/iu,
  "sole-proprietor":
    /индивидуальн\p{L}*\s+предпринимател\p{L}*|(?<!\p{L})ИП(?!\p{L})|індывідуальн\p{L}*\s+прадпрымальнік\p{L}*|sole\s+(?:proprietor|trader)\p{L}*|individual\s+entrepreneur\p{L}*/iu,
  individual: /физическ\p{L}*\s+лиц\p{L}*|фізічн\p{L}*\s+ас\p{L}*|natural\s+person\p{L}*/iu,
} as const;
type Kind = keyof typeof KINDS;

const CUSTOMER =
  /^[«"“]?(?:Пользовател|Карыстальнік|Покупател|Пакупнік|Заказчик|Лицензиат|User|Customer)\p{L}*[»"”]?\s*(?:\([^)]*\)\s*)?[–—-]/u;
const ACT = /(?<!\p{L})акт(?:а|у|ом|е|ы|ов|ам)?(?!\p{L})|(?<!\p{L})act(?!\p{L})/iu;
const SENDS = /направл|отправ|подпис|уходит|адпраўл|накіроў|падпіс|sent|signed|send/iu;

/** Kinds that 1.2 defines and that no clause on acts serves: how does the act reach a sole proprietor? */
export function customerKindFindings(clauses: readonly LintClause[]): Finding[] {
  const definition = clauses.find(({ text }) => CUSTOMER.test(text));
  if (!definition) return [];
  const defined = (Object.keys(KINDS) as Kind[]).filter((kind) => KINDS[kind].test(definition.text));
  const channels = clauses.filter((one) => one !== definition && ACT.test(one.text) && SENDS.test(one.text));
  const served = new Set(defined.filter((kind) => channels.some(({ text }) => KINDS[kind].test(text))));
  // Where acts are not told apart by kind, one way serves everybody.
  if (served.size === 0) return [];
  return defined
    .filter((kind) => !served.has(kind))
    .map(
      (kind): Finding => ({
        rule: "kind.no_channel",
        clause: definition.name,
        text: KINDS[kind].exec(definition.text)?.[0] ?? kind,
        params: { kind },
      }),
    );
}
