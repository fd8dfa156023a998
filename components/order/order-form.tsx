"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useRef, useState } from "react";
import { Checkbox } from "#/components/form/choice.tsx";
import { readDraft } from "#/components/form/draft.ts";
import { Form } from "#/components/form/form.tsx";
import { FormError } from "#/components/form/form-error.tsx";
import { Button } from "#/components/ui/button.tsx";
import { Icon } from "#/components/ui/icon.tsx";
import type { Action } from "#/lib/action-result.ts";
import { OrderLine, type OrderPeriod, type OrderRow, type RunningPortal } from "./order-line.tsx";
import { type OrderDiscount, OrderSummary } from "./order-summary.tsx";
import type { OrderWords } from "./order-words.ts";

type Props = {
  action: Action<{ contractId: string }>;
  /** What is on the screen: the order is refused where another edition came in force meanwhile. */
  shown: { offerId: string; priceListId: string; rulesId: string };
  periods: readonly OrderPeriod[];
  discounts: readonly OrderDiscount[];
  initial: { portals: readonly string[]; months: number; renew: boolean };
  running: readonly RunningPortal[];
  words: OrderWords;
  dates: ReactNode;
  editions: ReactNode;
  payer: ReactNode;
  /** Staff order for a party: where the contract is looked at, whose draft it is, and the customer's word. */
  forParty?: { id: string; word: ReactNode };
};

const MOST_LINES = 50;
const schema = () => import("#/lib/contract/steps/place-order.ts").then((room) => room.placeOrderInput);

/** One page, nothing asked that can be looked up, a draft that survives everything. */
export function OrderForm(props: Props) {
  const { action, shown, periods, discounts, initial, running, words, dates, editions, payer, forParty } = props;
  const router = useRouter();
  const nextId = useRef(initial.portals.length);
  const [rows, setRows] = useState<OrderRow[]>(() =>
    initial.portals.map((portal, id) => ({ id, portal, months: initial.months })),
  );
  const [ready, setReady] = useState(false);
  const draftKey = `order:${forParty ? `${forParty.id}:` : ""}${initial.portals.join(",")}`;

  // A growing list must be drawn before its draft can be put back into it, and before the form may overwrite the draft.
  useEffect(() => {
    const kept = readDraft(draftKey).filter(([name]) => /^lines\.\d+\.portal$/.test(name));
    setReady(true);
    if (kept.length <= 1) return;
    nextId.current = kept.length;
    setRows(kept.map(([, portal], id) => ({ id, portal, months: initial.months })));
  }, [draftKey, initial.months]);

  const change = (id: number, changed: Partial<OrderRow>) =>
    setRows((now) => now.map((row) => (row.id === id ? { ...row, ...changed } : row)));
  const add = () => {
    const id = nextId.current++;
    setRows((now) => [...now, { id, portal: "", months: now.at(-1)?.months ?? initial.months }]);
  };

  return (
    <Form
      action={action}
      schema={schema}
      draftKey={ready ? draftKey : undefined}
      summary={false}
      label={words.summary}
      className="order max-w-none lg:grid-cols-[minmax(0,1fr)_20rem] lg:items-start lg:gap-x-12"
      onDone={({ contractId }) => router.push(`/${forParty ? "staff" : "cabinet"}/contracts/${contractId}` as Route)}
    >
      {Object.entries(shown).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <div className="grid min-w-0 gap-8">
        <FormError />
        <section aria-label={words.portals} className="grid gap-6">
          {rows.map((row, index) => (
            <OrderLine
              key={row.id}
              index={index}
              row={row}
              periods={periods}
              running={running}
              renew={initial.renew}
              words={words}
              change={(changed) => change(row.id, changed)}
              remove={rows.length > 1 ? () => setRows((now) => now.filter(({ id }) => id !== row.id)) : null}
            />
          ))}
          {rows.length < MOST_LINES && (
            <div>
              <Button look="secondary" small onClick={add}>
                <Icon name="plus" /> {words.add}
              </Button>
            </div>
          )}
        </section>
        <section className="section grid gap-3">
          <h2>{words.editions}</h2>
          {editions}
          <Checkbox name="read" label={words.read} />
          <p className="max-w-measure text-muted">{words.acceptance}</p>
        </section>
        {forParty && (
          <>
            <input type="hidden" name="partyId" value={forParty.id} />
            {forParty.word}
          </>
        )}
      </div>
      <OrderSummary rows={rows} periods={periods} discounts={discounts} words={words} dates={dates} payer={payer} />
    </Form>
  );
}
