import type { ReactNode } from "react";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { readPurpose } from "#/lib/statement/purpose.ts";

type Mark = { at: number; end: number; label: string };

/** The payer's words with what the program read in them marked: numbers of invoices and their dates, each said in words too. */
export function PurposeText({ locale, purpose }: { locale: Locale; purpose: string }) {
  const t = translator(locale, "matching");
  const { numbers } = readPurpose(purpose);
  const marks = numbers.flatMap(({ at, end, number, known, date, dateSpan }): Mark[] => [
    { at, end, label: t(known || !/^\d\d-\d{6,7}-\d$/.test(number) ? "read.number" : "read.wrong", { number }) },
    ...(date && dateSpan ? [{ ...dateSpan, label: t("read.date", { date: formatDay(date) }) }] : []),
  ]);
  const parts: ReactNode[] = [];
  let from = 0;
  for (const { at, end, label } of marks.sort((a, b) => a.at - b.at)) {
    // One date may belong to several numbers of a list: it is marked once.
    if (at < from) continue;
    parts.push(
      purpose.slice(from, at),
      <mark key={at} className="read" title={label}>
        {purpose.slice(at, end)}
      </mark>,
    );
    from = end;
  }
  return (
    <>
      <span className="break-words">{parts.length > 0 ? [...parts, purpose.slice(from)] : purpose || "—"}</span>
      <span className="block text-muted text-sm">
        {marks.length > 0 ? [...new Set(marks.map(({ label }) => label))].join(", ") : t("read.none")}
      </span>
    </>
  );
}
