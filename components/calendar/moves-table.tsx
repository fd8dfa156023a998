import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { Deadline } from "#/components/ui/deadline.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { MovedClock } from "#/lib/contract/recount.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

export type Move = MovedClock & { contractId: string; number: string | null; customer: string };

/** Which open terms an edit moves: the contract, the term, from which day to which, with the new arithmetic. */
export function MovesTable({ locale, moves }: { locale: Locale; moves: readonly Move[] }) {
  const t = translator(locale, "dates");
  return (
    <Table
      caption={t("staff.before")}
      rows={moves}
      rowKey={({ contractId, clock }) => `${contractId}:${clock}`}
      dense
      columns={[
        {
          key: "contract",
          head: t("staff.contract"),
          rowHead: true,
          cell: ({ contractId, number }) => (
            <Link className="link num" href={`/staff/contracts/${contractId}`}>
              {number ?? contractId.slice(0, 8)}
            </Link>
          ),
        },
        { key: "customer", head: t("staff.customer"), cell: ({ customer }) => customer },
        {
          key: "term",
          head: t("staff.term"),
          cell: ({ clock, clause }) => (
            <>
              {t(`clock.${clock}`)}{" "}
              <a className="link text-sm" href={clauseRef(clause, OFFER_HREF).href}>
                {translator(locale, "common")("clause", { clause })}
              </a>
            </>
          ),
        },
        { key: "from", head: t("staff.was"), cell: ({ from }) => <DateText day={from} /> },
        { key: "to", head: t("staff.becomes"), cell: (move) => <Becomes locale={locale} move={move} /> },
      ]}
    />
  );
}

function Becomes({ locale, move }: { locale: Locale; move: Move }) {
  const { kept, to, clock, clause, explanation } = move;
  const t = translator(locale, "dates");
  if (kept)
    return (
      <>
        <DateText day={to} /> <span className="text-muted text-sm">{t("staff.kept")}</span>
      </>
    );
  const rule = translator(locale, "contract")(`clock.${clock}`, {
    length: explanation.length,
    start: formatDay(explanation.start as Day),
  });
  return <Deadline locale={locale} counted={explanation.counted} rule={rule} clause={clauseRef(clause, OFFER_HREF)} />;
}
