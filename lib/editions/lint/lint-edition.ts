import type { EditionText } from "../edition.ts";
import { alphabetFindings } from "./alphabets.ts";
import { boundNumberFindings } from "./bound-numbers.ts";
import { definitionFindings } from "./capitals.ts";
import { raceFindings } from "./clock-race.ts";
import { customerKindFindings } from "./customer-kinds.ts";
import { dateFindings } from "./dates.ts";
import { lintClauses } from "./lint-text.ts";
import { numberingFindings, referenceFindings } from "./numbering.ts";
import { outsidePageFindings } from "./outside-pages.ts";
import { requisitesFindings } from "./requisites.ts";
import { type Finding, LINT_RULES, type LintFacts, type LintReport } from "./rules.ts";

/**
 * Everything that a careful lawyer would stop at before publication: errors block it, warnings need a reason. In reading
 * order. Pure: what the text is held against comes in `facts`.
 */
export function lintEdition(text: EditionText, facts: LintFacts): LintReport {
  const clauses = lintClauses(text);
  const findings = [
    ...alphabetFindings(clauses),
    ...numberingFindings(clauses),
    ...referenceFindings(clauses, facts.kind),
    ...dateFindings(clauses, facts),
    ...boundNumberFindings(clauses, facts),
    ...requisitesFindings(clauses, facts),
    ...definitionFindings(clauses, facts),
    ...raceFindings(clauses),
    ...customerKindFindings(clauses),
    ...outsidePageFindings(clauses, facts),
  ];
  const place = new Map(clauses.toReversed().map(({ name }, at) => [name, clauses.length - at]));
  const at = ({ clause }: Finding) => (clause === null ? 0 : (place.get(clause) ?? clauses.length + 1));
  const sorted = findings.toSorted((x, y) => at(x) - at(y));
  const of = (severity: "error" | "warning") => sorted.filter(({ rule }) => LINT_RULES[rule] === severity);
  return { errors: of("error"), warnings: of("warning") };
}
