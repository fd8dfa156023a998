"use client";

import type { FocusEvent } from "react";

import { Checkbox, RadioGroup } from "#/components/form/choice.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { Button } from "#/components/ui/button.tsx";
import { Icon } from "#/components/ui/icon.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { OrderWords } from "./order-words.ts";

/** `amount` is kopecks as text: a bigint does not cross to the browser by itself. */
export type OrderPeriod = { months: number; amount: string; title: string; note: string };
export type OrderRow = { id: number; portal: string; months: number };
export type RunningPortal = { portal: string; contractId: string; text: string; renew: string };

type Props = {
  index: number;
  row: OrderRow;
  periods: readonly OrderPeriod[];
  running: readonly RunningPortal[];
  /** Came from a "renew" button: the tick is there already. */
  renew: boolean;
  words: OrderWords;
  change: (changed: Partial<OrderRow>) => void;
  remove: (() => void) | null;
};

/** One certificate: the portal, put right when the field is left, and its period. A running period offers to continue it. */
export function OrderLine({ index, row, periods, running, renew, words, change, remove }: Props) {
  const known = running.find(({ portal }) => portal === row.portal.trim().toLowerCase());
  const normalise = async ({ currentTarget: input }: FocusEvent<HTMLInputElement>) => {
    if (input.value.trim() === "") return;
    const { checkPortal } = await import("#/lib/requisites/portal.ts");
    const { valid, host } = checkPortal(input.value);
    if (!valid) return;
    input.value = host;
    change({ portal: host });
  };
  return (
    <fieldset className="grid gap-4 border-hairline border-b pb-6">
      <legend className="sr-only">
        {words.portal} {index + 1}
      </legend>
      <div className="flex items-end gap-2">
        <TextInput
          className="flex-1"
          name={`lines.${index}.portal`}
          label={words.portal}
          hint={words.portalHint}
          defaultValue={row.portal}
          inputMode="url"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ currentTarget }) => change({ portal: currentTarget.value })}
          onBlur={normalise}
        />
        {remove && (
          <Button look="quiet" onClick={remove} aria-label={`${words.remove}: ${row.portal || index + 1}`}>
            <Icon name="trash-2" />
          </Button>
        )}
      </div>
      <p className="-mt-2 text-sm">
        <a
          className="link"
          href={`/check${row.portal.trim() ? `?portal=${encodeURIComponent(row.portal.trim())}` : ""}`}
          target="_blank"
          rel="noopener"
        >
          {words.check}
        </a>
      </p>
      {known && (
        <Notice tone="needs" title={known.text} announce>
          <Link className="link" href={`/cabinet/contracts/${known.contractId}`}>
            {words.toContract}
          </Link>
          <Checkbox name={`lines.${index}.renewal`} label={known.renew} optional defaultChecked={renew} />
        </Notice>
      )}
      <RadioGroup
        cards
        className="sm:[&_.cards]:grid-cols-2"
        name={`lines.${index}.months`}
        label={words.period}
        defaultValue={String(row.months)}
        choices={periods.map(({ months, title, note }) => ({ value: String(months), title, note }))}
        onChoose={(months) => change({ months: Number(months) })}
      />
    </fieldset>
  );
}
