import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { plainText } from "#/lib/exports/safe-text.ts";
import type { Words } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { absolute, asOf, owes, type Statement } from "#/lib/reconciliation/statement.ts";
import type { Missing } from "./missing.ts";

type Facts = {
  party: { name: string; unp: string | null };
  seller: string;
  statement: Statement;
  missing: readonly Missing[];
  today: Day;
  files: readonly { name: string; bytes: number; sha256: string }[];
};

/** The list of a pack (опись): whose and for which days, how the account stands, what is unsigned, every file with its sha256. */
export function indexText({ party, seller, statement, missing, today, files }: Facts, t: Words<"settlements">): string {
  const { from, to, opening, debit, credit, closing } = statement;
  const sum = (value: bigint) => formatMoney(value).replaceAll("\u00A0", " ");
  return [
    t("pack.head", { from: formatDay(from), to: formatDay(to) }),
    t("pack.whose", { name: plainText(party.name), unp: party.unp ?? "—" }),
    t("pack.seller", { name: plainText(seller) }),
    "",
    `${t("opening")}: ${sum(opening)}`,
    `${t("column.debit")}: ${sum(debit)}`,
    `${t("column.credit")}: ${sum(credit)}`,
    `${t("closing")}: ${sum(closing)}`,
    t(`owes.${owes(closing)}`, { sum: sum(absolute(closing)), date: formatDay(asOf(statement, today)) }),
    "",
    `${t("pack.missing")}: ${missing.length === 0 ? t("pack.nothingMissing") : missing.length}`,
    ...missing.map(({ paper, number, issuedOn, since, step }) => {
      const name = t("pack.named", { paper: t(`paper.${paper}`), number, on: formatDay(issuedOn) });
      return `- ${name}; ${t("pack.since", { on: formatDay(since) })}; ${t(`missing.${step}`)}`;
    }),
    "",
    `${t("pack.files")}: ${files.length}`,
    ...files.map(({ name, bytes, sha256 }, at) => `${at + 1}. ${name} (${bytes}) ${sha256}`),
    "",
  ].join("\r\n");
}
