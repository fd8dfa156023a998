/** What a proof of the books and of the numbers looks at; each is a sentence of its own in the messages. */
export const LAWS = [
  "payment-not-as-it-is",
  "allocation-not-as-it-is",
  "act-not-as-it-is",
  "revenue-and-vat",
  "refund-not-as-it-is",
  "entry-of-nothing",
  "bank-balance",
  "advances-balance",
  "unallocated-balance",
  "refunds-balance",
  "invoice-number",
  "act-number",
  "refund-number",
] as const;
export type Law = (typeof LAWS)[number];

/** The neighbour of a missing number: between whose times it was lost. */
export type Neighbour = { number: string; at: string };

/**
 * One broken law. `example` names the record (an id, or the number that is missing); `count` how many there are. A lost number tells
 * where: between which papers, and what the cause must be (a row that is gone, or a counter that ran ahead or stayed behind).
 */
export type Finding = {
  law: Law;
  count: number;
  example: string;
  gap?: {
    year: number;
    before: Neighbour | null;
    after: Neighbour | null;
    cause: "row-gone" | "counter-ahead" | "counter-behind";
  };
};
