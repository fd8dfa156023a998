import { operationName } from "#/components/settlements/operation-name.ts";
import { Money } from "#/components/ui/money.tsx";
import { Table } from "#/components/ui/table.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { signed, turnover } from "#/lib/documents/reconciliation/balance.ts";
import type { Operation, ReconciliationFrozen } from "#/lib/documents/reconciliation/frozen.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney, type Kopecks } from "#/lib/money/kopecks.ts";
import type { AnsweredLine } from "#/lib/reconciliation/dispute.ts";
import { DisputedLineNote } from "./disputed-line-note.tsx";

type Props = {
  locale: Locale;
  frozen: ReconciliationFrozen;
  dispute: readonly AnsweredLine[];
  side: "cabinet" | "staff";
};
/** `value` above zero is a credit; `of` is the line that a dispute may speak of. */
type Row = { key: string; name: string; value: Kopecks; lines: readonly AnsweredLine[] };

/** The lines of an act as it was drawn up, and under each what the customer's books say of it and what the seller answered. */
export function ActView({ locale, frozen, dispute, side }: Props) {
  const t = translator(locale, "reconciliation");
  const { operations, refused, from, to, base = null } = frozen;
  const { opening, closing, debit, credit, within } = turnover(operations, from, to, base);
  const agreed = base && base.to < from ? base : null;
  const named = (operation: Operation, note?: string) =>
    `${operationName(locale, operation)}${note ? `, ${note}` : ""}`;
  const rows: Row[] = [
    { key: "opening", name: t("opening", { on: formatDay(from) }), value: opening, lines: [] },
    ...(agreed?.appeared ?? []).map((late, at) => ({
      ...{ key: `late${at}`, name: named(late, t("appeared")), value: signed(late), lines: [] },
    })),
    ...(agreed?.vanished ?? []).map((gone, at) => ({
      ...{ key: `gone${at}`, name: named(gone, t("vanished")), value: -signed(gone), lines: [] },
    })),
    ...within.map((operation, at) => ({
      ...{ key: `line${at}`, name: `${at + 1}. ${named(operation)}`, value: signed(operation) },
      lines: dispute.filter((line) => line.at === at),
    })),
    ...dispute
      .filter((line) => line.at === null)
      .map((line, at) => ({
        key: `own${at}`,
        name: t(side === "cabinet" ? "toldYou.own" : "answer.own"),
        value: 0n,
        lines: [line],
      })),
  ];
  return (
    <>
      {agreed && (
        <p className="mb-4 max-w-measure">
          {t("base", { number: agreed.number, on: formatDay(agreed.to), sum: formatMoney(BigInt(agreed.closing)) })}
        </p>
      )}
      <Table
        caption={t("lines")}
        rows={rows}
        rowKey={({ key }) => key}
        columns={[
          {
            key: "document",
            head: t("document"),
            rowHead: true,
            cell: ({ name, lines }: Row) => (
              <>
                {name}
                {lines.map((line) => (
                  <DisputedLineNote key={line.remark} locale={locale} line={line} side={side} />
                ))}
              </>
            ),
          },
          { key: "debit", head: t("debit"), end: true, cell: ({ value }) => sumOf(-value) },
          { key: "credit", head: t("credit"), end: true, cell: ({ key, value }) => sumOf(value, key === "opening") },
        ]}
        foot={
          <>
            <tr>
              <th scope="row">{t("turnover")}</th>
              <td className="end" data-label={t("debit")}>
                <Money value={debit} bare />
              </td>
              <td className="end" data-label={t("credit")}>
                <Money value={credit} bare />
              </td>
            </tr>
            <tr>
              <th scope="row">{t("closing", { on: formatDay(to) })}</th>
              <td className="end" data-label={t("debit")}>
                {sumOf(-closing)}
              </td>
              <td className="end" data-label={t("credit")}>
                {sumOf(closing, true)}
              </td>
            </tr>
          </>
        }
      />
      {refused.map(({ number, issuedOn, amount }) => (
        <p key={number} className="mt-3 max-w-measure text-muted text-sm">
          {t("refused", { number, on: formatDay(issuedOn), sum: formatMoney(BigInt(amount)) })}
        </p>
      ))}
    </>
  );
}

/** A column holds only its own side; a balance of nothing is written out once. */
const sumOf = (value: Kopecks, zeroToo = false) =>
  value > 0n || (zeroToo && value === 0n) ? <Money value={value} bare /> : null;
