import { useId } from "react";

import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type PricedEdition, priceChart } from "#/lib/price-list/history.ts";

const SIZE = { width: 440, height: 250 };
const BOX = { left: 44, right: 360, top: 12, bottom: 218 };
/** Told apart by dashes and by a name at the end, never by colour. */
const DASHES = ["1 3", "4 3", "10 4", undefined];

type Props = { locale: Locale; editions: readonly PricedEdition[]; until: Day };

/** Prices in steps, drawn on the server; the table beside it says the same in figures. */
export function PriceChart({ locale, editions, until }: Props) {
  const id = useId();
  const { lines, days, sums } = priceChart(editions, until, BOX);
  const t = translator(locale, "prices");
  const from = editions[0]?.inForceFrom ?? until;
  const months = translator(locale, "public");
  return (
    <svg
      viewBox={`0 0 ${SIZE.width} ${SIZE.height}`}
      className="num w-full max-w-[34rem] text-ink"
      role="img"
      aria-labelledby={id}
      fontSize="11"
    >
      <title id={id}>{t("public.chart", { from: formatDay(from), to: formatDay(until) })}</title>
      <g className="text-muted" fill="currentColor" stroke="none">
        {sums.map(({ amount, y }) => (
          <text key={String(amount)} x={BOX.left - 8} y={y + 4} textAnchor="end">
            {String(amount / 100n)}
          </text>
        ))}
        {days.map(({ day, x }) => (
          <text key={day} x={x} y={BOX.bottom + 20} textAnchor="middle">
            {formatDay(day)}
          </text>
        ))}
      </g>
      <g className="text-hairline" stroke="currentColor" strokeWidth="1">
        {sums.map(({ amount, y }) => (
          <line key={String(amount)} x1={BOX.left} x2={BOX.right} y1={y} y2={y} />
        ))}
      </g>
      <g className="text-accent" stroke="currentColor" strokeWidth="2" fill="none">
        {lines.map((line, at) => (
          <path
            key={line.months}
            d={line.path}
            strokeDasharray={DASHES[(at + DASHES.length * 2 - lines.length) % DASHES.length]}
          />
        ))}
      </g>
      <g fill="currentColor">
        {lines.map((line) => (
          <text key={line.months} x={line.label.x + 8} y={line.label.y + 4}>
            {months("price.months", { count: line.months })}
          </text>
        ))}
      </g>
    </svg>
  );
}
