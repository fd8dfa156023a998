/** What a delivery of ЭДиН means for an act of ours; `other` is nothing that the house knows. */
export const ARRIVAL_KINDS = ["read", "signed", "refused", "other"] as const;
export type ArrivalKind = (typeof ARRIVAL_KINDS)[number];
