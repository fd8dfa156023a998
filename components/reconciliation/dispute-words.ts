import { type Locale, translator } from "#/lib/messages/messages.ts";

/** The fixed words of the dispute, as plain strings: the form's code then carries no translator. */
export function disputeWords(locale: Locale) {
  const t = translator(locale, "reconciliation");
  const names = ["title", "way", "other", "absent", "on", "amount", "remark", "add", "remove"] as const;
  const more = ["kind", "payment", "act", "number", "submit", "lead", "none"] as const;
  const words = Object.fromEntries([...names, ...more].map((name) => [name, t(`dispute.${name}`)]));
  return { ...words, own: t("dispute.own", { at: "" }).trim() } as DisputeWords;
}

export type DisputeWords = Record<
  | "title"
  | "way"
  | "other"
  | "absent"
  | "on"
  | "amount"
  | "remark"
  | "add"
  | "remove"
  | "kind"
  | "payment"
  | "act"
  | "number"
  | "submit"
  | "lead"
  | "none"
  | "own",
  string
>;
