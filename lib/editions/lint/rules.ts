import type { Day } from "#/lib/calendar/day.ts";
import type { EditionBindings } from "../bindings.ts";
import type { EditionText } from "../edition.ts";
import type { SellerRequisites } from "../seller.ts";

/** What the linter looks for, and how bad it is: an error blocks publication, a warning needs a reason. */
export const LINT_RULES = {
  "alphabet.mixed": "error",
  "alphabet.foreign": "error",
  "number.repeat": "error",
  "number.jump": "warning",
  "reference.missing": "error",
  "date.impossible": "error",
  "date.order": "error",
  "date.in_force": "error",
  "date.differs": "error",
  "term.words": "error",
  "binding.differs": "error",
  "binding.absent": "warning",
  "requisites.unp": "error",
  "requisites.iban": "error",
  "requisites.bank": "error",
  "requisites.seller": "error",
  "definition.unused": "warning",
  "definition.missing": "warning",
  "clocks.race": "warning",
  "kind.no_channel": "warning",
  "page.no_snapshot": "warning",
} as const satisfies Record<string, "error" | "warning">;
export type LintRule = keyof typeof LINT_RULES;

/** `clause`: its number, else its anchor; null for the document as a whole. `text`: the offending words. */
export type Finding = {
  rule: LintRule;
  clause: string | null;
  text: string;
  /** For the sentence: what was expected, which other clauses. */
  params?: Record<string, string>;
};

export type LintReport = { errors: Finding[]; warnings: Finding[] };

/** What the text is held against. Null where it is not known: the rule is silent then. */
export type LintFacts = {
  /** Bindings and the seller's requisites concern the offer alone. */
  kind: string | null;
  orderDate: Day | null;
  publishedOn: Day | null;
  inForceFrom: Day | null;
  /** It follows an earlier edition, so the notice of 6.2 applies; null: not known. */
  successor: boolean | null;
  bindings: EditionBindings | null;
  seller: SellerRequisites | null;
  /** Outside pages that the library has a real snapshot of (1.9, 2.2). */
  pinned: readonly string[];
  /** The offer, for a document that speaks in its terms. */
  offer: EditionText | null;
};
