import { Money } from "#/components/ui/money.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract, ContractLine } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** What was ordered: portal, period, access, sum. */
export function ContractLines({ locale, contract }: { locale: Locale; contract: Contract }) {
  const t = translator(locale, "contract");
  const several = contract.lines.length > 1;
  return (
    <Table
      caption={t("lines.title")}
      rows={contract.lines}
      rowKey={({ id }) => id}
      columns={[
        { key: "portal", head: t("lines.portal"), rowHead: true, cell: ({ portal }) => portal },
        { key: "period", head: t("lines.period"), cell: ({ months }) => t("months", { count: months }) },
        { key: "active", head: t("lines.active"), cell: (line) => accessOf(line, contract.terminatedOn, locale) },
        { key: "sum", head: t("lines.sum"), end: true, cell: ({ amount }) => <Money value={amount} bare /> },
      ]}
      foot={
        several && (
          <tr>
            <th scope="row" colSpan={3}>
              {t("lines.total")}
            </th>
            <td className="end">
              <Money value={contract.total} bare />
            </td>
          </tr>
        )
      }
    />
  );
}

function accessOf(line: ContractLine, terminatedOn: Day | null, locale: Locale): string {
  const t = translator(locale, "contract");
  if (terminatedOn && (!line.activeFrom || line.activeFrom > terminatedOn)) return t("lines.never");
  if (line.activeFrom && line.activeTo && terminatedOn && terminatedOn < line.activeTo)
    return t("lines.cut", { from: formatDay(line.activeFrom), to: formatDay(terminatedOn) });
  if (line.activeFrom && line.activeTo)
    return t("note.period", { from: formatDay(line.activeFrom), to: formatDay(line.activeTo) });
  return line.continuesFrom ? t("lines.continues", { date: formatDay(line.continuesFrom) }) : t("lines.waiting");
}
