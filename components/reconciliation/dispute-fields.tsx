"use client";

import { useState } from "react";
import { DateInput, Select, Textarea, TextInput } from "#/components/form/text-input.tsx";
import { Button } from "#/components/ui/button.tsx";
import type { Line } from "./dispute-form.tsx";
import type { DisputeWords } from "./dispute-words.ts";

type Fields = { name: string; words: DisputeWords };

/** What the customer's books say of a printed line: other figures, or no such line. */
export function DisputedLineFields({ name, line, words }: Fields & { line: Line }) {
  const [way, setWay] = useState("other");
  return (
    <fieldset className="grid gap-3 border-hairline border-l-2 pl-4">
      <legend className="sr-only">{line.name}</legend>
      <input type="hidden" name={`${name}.at`} value={line.at} />
      <Select
        name={`${name}.way`}
        label={words.way}
        defaultValue={way}
        onChange={({ currentTarget }) => setWay(currentTarget.value)}
      >
        <option value="other">{words.other}</option>
        <option value="absent">{words.absent}</option>
      </Select>
      {way === "other" && <Figures name={name} words={words} on={line.on} amount={line.amount} />}
      <Textarea name={`${name}.remark`} label={words.remark} rows={2} />
    </fieldset>
  );
}

/** A line of the customer's that the act lacks. */
export function OwnLineFields({ name, title, words, remove }: Fields & { title: string; remove: () => void }) {
  return (
    <fieldset className="grid gap-3 border-hairline border-l-2 pl-4">
      <legend className="mb-3 font-medium">{title}</legend>
      <Select name={`${name}.kind`} label={words.kind} width="medium">
        <option value="payment">{words.payment}</option>
        <option value="act">{words.act}</option>
      </Select>
      <TextInput name={`${name}.number`} label={words.number} width="medium" autoComplete="off" />
      <Figures name={name} words={words} />
      <Textarea name={`${name}.remark`} label={words.remark} rows={2} />
      <p>
        <Button look="quiet" small onClick={remove}>
          {words.remove}
        </Button>
      </p>
    </fieldset>
  );
}

function Figures({ name, words, on, amount }: Fields & { on?: string; amount?: string }) {
  return (
    <div className="flex flex-wrap gap-x-6 gap-y-3">
      <DateInput name={`${name}.on`} label={words.on} defaultValue={on} />
      <TextInput
        name={`${name}.amount`}
        label={words.amount}
        defaultValue={amount}
        width="short"
        inputMode="decimal"
        autoComplete="off"
        after="BYN"
      />
    </div>
  );
}
