"use client";

import type { ReactNode } from "react";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { formatMoney, sum } from "#/lib/money/kopecks.ts";
import { bestDiscount, discountOf, type OfferedRule } from "#/lib/price-list/discount.ts";
import type { OrderPeriod, OrderRow } from "./order-line.tsx";
import type { OrderWords } from "./order-words.ts";

/** A rule off the price list with its words: «Скидка 5 % от 3 сертификатов». */
export type OrderDiscount = OfferedRule & { title: string };

type Props = {
  rows: readonly OrderRow[];
  periods: readonly OrderPeriod[];
  discounts: readonly OrderDiscount[];
  words: OrderWords;
  dates: ReactNode;
  payer: ReactNode;
};

/** Sum and dates, always in sight: beside the form on a desk, at the foot of the window on a phone. */
export function OrderSummary({ rows, periods, discounts, words, dates, payer }: Props) {
  const periodOf = (row: OrderRow) => periods.find(({ months }) => months === row.months);
  const amounts = rows.map((row) => BigInt(periodOf(row)?.amount ?? 0));
  const rule = bestDiscount(discounts, rows.length);
  const off = rule ? sum(amounts.map((amount) => discountOf(amount, rule))) : 0n;
  return (
    <aside
      aria-label={words.summary}
      className="sticky bottom-0 z-2 -mx-4 grid gap-3 border-hairline border-t bg-raised px-4 py-3 lg:top-20 lg:bottom-auto lg:mx-0 lg:gap-4 lg:rounded-lg lg:border lg:p-6"
    >
      <h2 className="max-lg:sr-only">{words.summary}</h2>
      <ul className="grid gap-2 text-sm max-lg:hidden">
        {rows.map((row) => (
          <li key={row.id} className="flex justify-between gap-4">
            <span className="min-w-0 break-words">
              {row.portal || words.noPortal}
              <br />
              <span className="text-muted">{periodOf(row)?.title}</span>
            </span>
            <span className="num">{formatMoney(BigInt(periodOf(row)?.amount ?? 0))}</span>
          </li>
        ))}
      </ul>
      {rule && (
        <p className="flex justify-between gap-4 text-sm">
          <span>{discounts.find(({ id }) => id === rule.id)?.title}</span>
          <span className="num">{formatMoney(-off)}</span>
        </p>
      )}
      <p className="flex items-baseline justify-between gap-4 font-semibold lg:border-hairline lg:border-t lg:pt-3">
        {words.total}
        <output className="num text-lg">{formatMoney(sum(amounts) - off)}</output>
      </p>
      {dates}
      <div className="max-lg:hidden">{payer}</div>
      <SubmitButton pendingText={words.pending}>{words.submit}</SubmitButton>
    </aside>
  );
}
