import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { isDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { BlockName, Check } from "#/lib/ledger/close.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** Where each thing in the way is settled. */
const WAYS: Partial<Record<BlockName, string>> = {
  "earlier-open": "/staff/books/close",
  "statement-days": "/staff/payments/statements",
  "statement-balance": "/staff/payments/statements",
  "lines-unmatched": "/staff/payments?state=unidentified",
  "proposals-open": "/staff/payments?state=decide",
  "money-to-return": "/staff/refunds",
  "acts-unsent": "/staff/acts?state=send",
  "acts-unanswered": "/staff/acts?state=waiting",
  numbers: "/staff/numbers",
};

/** Every check with its state; what stands in the way leads to where it is settled. */
export function Checklist({ locale, checks, caption }: { locale: Locale; checks: readonly Check[]; caption: string }) {
  const t = translator(locale, "books");
  return (
    <Table
      caption={caption}
      rows={checks}
      rowKey={({ name }) => name}
      columns={[
        { key: "check", head: t("close.check"), rowHead: true, cell: ({ name }) => t(`close.block.${name}`) },
        {
          key: "found",
          head: t("close.found"),
          cell: ({ name, count, at }) => {
            if (count === 0) return <Status tone="done">{t("close.inOrder")}</Status>;
            const words = t(`close.at.${name}`, { count, at: at && isDay(at) ? formatDay(at) : (at ?? "") });
            const way = WAYS[name];
            return (
              <Status tone="needs">
                {way ? (
                  <Link className="link" href={way}>
                    {words}
                  </Link>
                ) : (
                  words
                )}
              </Status>
            );
          },
        },
      ]}
    />
  );
}
