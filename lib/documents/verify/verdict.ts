import type { Day } from "#/lib/calendar/day.ts";

/** What the page of verification may show of a paper: enough to compare it with, nothing about the customer. */
export type PaperFacts = {
  number: string;
  issuedOn: Day;
  /** Kopecks as text; null where the paper states no sum of its own. */
  total: string | null;
  /** The seller's account on the paper; null where it names none. */
  account: string | null;
};

/** A paper of ours with what became of it since it was drawn. */
export type VerifiedPaper = PaperFacts & {
  kind: string;
  /** Null for papers drawn before codes were printed: they are found by the hash of their bytes. */
  code: string | null;
  sha256: string;
  size: number;
  /** The status of its invoice or act; null where the kind has none. */
  status: string | null;
  validUntil: Day | null;
  replacedBy: string | null;
};

/**
 * What the holder of a genuine paper must know: `superseded` (by which number), `paid`, `cancelled`, `expired`, `payable` (an invoice
 * that is still good), `signed`, `refused`, `deemed` (an act's answer), or `genuine` alone.
 */
export type Verdict =
  | "genuine"
  | "superseded"
  | "paid"
  | "cancelled"
  | "expired"
  | "payable"
  | "signed"
  | "refused"
  | "deemed";

type Fate = Pick<VerifiedPaper, "kind" | "status" | "validUntil" | "replacedBy">;

/** What stands first: another paper took its place; then money; then its day. `today` in Minsk (3.2: the last day counts). */
export function verdictOf({ kind, status, validUntil, replacedBy }: Fate, today: Day): Verdict {
  // A refusal stays what it was when a corrected act answers it.
  if (kind === "refusal-letter") return "genuine";
  if (replacedBy !== null) return "superseded";
  if (kind === "invoice") {
    if (status === "paid" || status === "cancelled") return status;
    return status === "expired" || (validUntil !== null && validUntil < today) ? "expired" : "payable";
  }
  if (kind === "act" && (status === "signed" || status === "refused" || status === "deemed")) return status;
  return "genuine";
}
