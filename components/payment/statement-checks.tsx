import { Mark, type Tone } from "#/components/ui/tone.tsx";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatAmount, type Kopecks } from "#/lib/money/kopecks.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import type { StatementBalances, StatementHead } from "#/lib/statement/statement.ts";

type Props = {
  locale: Locale;
  head: StatementHead;
  lines: number;
  known: number;
  /** The statement of this account that ended last before this one. */
  before: { dateTo: Day; closing: Kopecks; balances?: StatementBalances } | null;
  /** A statement of this account that shares days with this one. */
  over: { dateFrom: Day; dateTo: Day } | null;
};

/** What was proved about a file before anything is imported, in words and figures. */
export function StatementChecks({ locale, head, lines, known, before: last, over }: Props) {
  const t = translator(locale, "staff");
  const { format, account, opening, credits, debits, closing } = head;
  const sums = {
    opening: formatAmount(opening),
    credits: formatAmount(credits),
    debits: formatAmount(debits),
    closing: formatAmount(closing),
  };
  // Balances that nobody stated are no ground to compare with.
  const before = last?.balances === "unknown" ? null : last;
  const gap = before && before.closing !== opening;
  const checks: { key: string; tone: Tone; text: string }[] = [
    { key: "format", tone: "done", text: t("checks.format", { format: t(`checks.formats.${format}`) }) },
    { key: "account", tone: "done", text: t("checks.account", { account: formatIban(account) }) },
    { key: "balance", tone: "done", text: t("checks.balance", sums) },
    {
      key: "known",
      tone: known === 0 ? "done" : "needs",
      text: known === 0 ? t("checks.allNew", { lines }) : t("checks.known", { lines, known, fresh: lines - known }),
    },
    {
      key: "continuity",
      tone: gap ? "needs" : before ? "done" : "neutral",
      text: before
        ? t(gap ? "checks.gap" : "checks.continues", {
            date: formatDay(before.dateTo),
            before: formatAmount(before.closing),
            opening: sums.opening,
          })
        : t("checks.first"),
    },
  ];
  const c = translator(locale, "tables");
  if (over) {
    const days = { from: formatDay(over.dateFrom), to: formatDay(over.dateTo) };
    checks.push({ key: "over", tone: "needs", text: c("continuity.over", days) });
  }
  if (before && gap && addDays(before.dateTo, 1) < head.dateFrom) {
    const days = { from: formatDay(addDays(before.dateTo, 1)), to: formatDay(addDays(head.dateFrom, -1)) };
    checks.push({ key: "apart", tone: "needs", text: c("continuity.apart", days) });
  }
  if (before?.balances === "carried")
    checks.push({ key: "carried", tone: "neutral", text: c("continuity.carried", { date: formatDay(before.dateTo) }) });
  return (
    <ul className="checks" aria-label={t("checks.title")}>
      {checks.map(({ key, tone, text }) => (
        <li key={key}>
          <span className={`tone-${tone}`}>
            <Mark tone={tone} />
            <span className="sr-only">{t(tone === "needs" ? "checks.look" : "checks.ok")}: </span>
          </span>
          <span className="tabular-nums">{text}</span>
        </li>
      ))}
    </ul>
  );
}
