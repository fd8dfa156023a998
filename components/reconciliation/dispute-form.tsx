"use client";

import { useState } from "react";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Button } from "#/components/ui/button.tsx";
import type { Action } from "#/lib/action-result.ts";
import { DisputedLineFields, OwnLineFields } from "./dispute-fields.tsx";
import type { DisputeWords } from "./dispute-words.ts";

/** A printed line that may be disputed: its name with the sum, and its figures as the form first shows them. */
export type Line = { at: number; name: string; on: string; amount: string };
type Props = {
  action: Action<unknown>;
  hidden: { reconciliationId: string; seen: number };
  lines: readonly Line[];
  words: DisputeWords;
};

/** The customer's books against the act: a tick at each line that differs opens its fields, own lines are added below. */
export function DisputeForm({ action, hidden, lines, words }: Props) {
  const [ticked, setTicked] = useState<readonly number[]>([]);
  const [own, setOwn] = useState<readonly number[]>([]);
  const tick = (at: number, on: boolean) =>
    setTicked((all) => (on ? [...all, at].sort((a, b) => a - b) : all.filter((one) => one !== at)));
  return (
    <Form action={action} label={words.title} className="max-w-form">
      <p className="text-muted">{words.lead}</p>
      <input type="hidden" name="reconciliationId" value={hidden.reconciliationId} />
      <input type="hidden" name="seen" value={hidden.seen} />
      {lines.length === 0 && <p>{words.none}</p>}
      {lines.map((line) => (
        <div key={line.at} className="grid gap-3">
          <label className="choice">
            <input type="checkbox" onChange={({ currentTarget }) => tick(line.at, currentTarget.checked)} />
            <span className="title">{line.name}</span>
          </label>
          {ticked.includes(line.at) && (
            <DisputedLineFields name={`lines.${ticked.indexOf(line.at)}`} line={line} words={words} />
          )}
        </div>
      ))}
      {own.map((key, at) => (
        <OwnLineFields
          key={key}
          name={`own.${at}`}
          title={`${words.own} ${at + 1}`}
          words={words}
          remove={() => setOwn((all) => all.filter((one) => one !== key))}
        />
      ))}
      <p>
        <Button look="secondary" small onClick={() => setOwn((all) => [...all, (all.at(-1) ?? 0) + 1])}>
          {words.add}
        </Button>
      </p>
      <SubmitButton>{words.submit}</SubmitButton>
    </Form>
  );
}
