import type { Finding } from "#/lib/ledger/proof.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import type { Fact, MailBody, MailWords } from "../body.ts";

/** What of one broken law is told: how many and which, or by what sum, or which number is lost and between which papers. */
export function findingText(t: MailWords, { law, count, example, gap }: Finding): string {
  if (law.endsWith("-balance")) return t("booksAlarm.money", { sum: formatMoney(BigInt(example)) });
  if (!gap) return t("booksAlarm.many", { count, example });
  const at = (side: typeof gap.before) => side && `${side.number} (${side.at.slice(0, 16).replace("T", " ")} UTC)`;
  const ends = {
    before: at(gap.before) ?? t("booksAlarm.begin"),
    after: at(gap.after) ?? t("booksAlarm.end"),
  };
  const what =
    gap.cause === "counter-behind" ? t("booksAlarm.behind", { example }) : t("booksAlarm.lost", { count, example });
  return [what, t("booksAlarm.between", ends), t(`booksAlarm.cause.${gap.cause}`)].join("; ");
}

/** A proof that failed: each broken law with its records, so that the search begins from the letter. */
export const booksAlarm = (t: MailWords, { path, findings }: { path: string; findings: Finding[] }): MailBody => ({
  subject: t("booksAlarm.subject", { count: findings.length }),
  paragraphs: [t("booksAlarm.text")],
  facts: findings.map((one): Fact => [t(`booksAlarm.law.${one.law}`), findingText(t, one)]),
  action: { label: t("booksAlarm.action"), path },
});
