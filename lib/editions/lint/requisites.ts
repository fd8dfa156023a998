import { checkBic } from "#/lib/requisites/bic.ts";
import { bankCodeOf, checkIban, formatIban } from "#/lib/requisites/iban.ts";
import { checkUnp } from "#/lib/requisites/unp.ts";
import type { LintClause } from "./lint-text.ts";
import type { Finding, LintFacts } from "./rules.ts";

const UNP =
  /(?<!\p{L})(?:УНП|UNP)(?:\s+(?:банка|Продавца))?[\s:№]*((?:\d[\d ]{7,12}\d|[A-ZА-Я0-9]{7,12}))(?![\p{L}\d])/gu;
/** Groups of up to four after the country and two figures; Cyrillic look-alikes are read too, the check folds them. */
const IBAN =
  /(?<![\p{L}\d])[BВ][YУ]\s?\d{2}(?:[ \u00A0]?[0-9A-ZА-Я]{4}){2,7}(?:[ \u00A0]?[0-9A-ZА-Я]{1,3})?(?![\p{L}\d])/gu;
const IBAN_LENGTH = 28;
const BIC = /(?<!\p{L})(?:SWIFT|BIC|БИК|БІК)(?:[\s:/№-]|код|code)*([A-ZА-Я0-9]{6,12})(?![\p{L}\d])/gu;

/** УНП by its check digit, the account by mod 97 and its bank, all of them against the seller's own (7.2). */
export function requisitesFindings(clauses: readonly LintClause[], { kind, seller }: LintFacts): Finding[] {
  const own = kind === "offer" ? seller : null;
  return clauses.flatMap(({ name, prose }): Finding[] => {
    const findings: Finding[] = [];
    const report = (rule: Finding["rule"], text: string, params?: Record<string, string>) =>
      findings.push({ rule, clause: name, text, ...(params && { params }) });
    const differs = (text: string, what: string, expected: string) =>
      report("requisites.seller", text, { what, expected });

    for (const [, text = ""] of prose.matchAll(UNP)) {
      const check = checkUnp(text);
      if (!check.valid) report("requisites.unp", text, { digit: String(check.expectedCheckDigit ?? "") });
      else if (own && check.value !== own.unp && check.value !== own.bank.unp) differs(text, "unp", own.unp);
    }
    const accounts = [...prose.matchAll(IBAN)].map(([text]) => accountOf(text));
    for (const text of accounts) {
      const check = checkIban(text);
      if (!check.valid) report("requisites.iban", text);
      else if (own && check.value !== own.bank.iban) differs(text, "account", formatIban(own.bank.iban));
    }
    for (const [, text = ""] of prose.matchAll(BIC)) {
      const check = checkBic(text);
      const account = accounts.find((one) => bankCodeOf(checkIban(one).value) !== check.value.slice(0, 4));
      if (!check.valid || account) report("requisites.bank", text, { account: account ?? "" });
      else if (own && check.value !== own.bank.bic) differs(text, "bic", own.bank.bic);
    }
    return findings;
  });
}

/** What follows an account in capitals («… 0000 УНП») is not of it: it ends where a whole number of it ends. */
function accountOf(text: string): string {
  let length = 0;
  for (const [at, letter] of [...text].entries()) {
    if (!/\s/.test(letter)) length += 1;
    if (length === IBAN_LENGTH && /^(?:\s|$)/.test(text.slice(at + 1))) return text.slice(0, at + 1);
  }
  return text;
}
