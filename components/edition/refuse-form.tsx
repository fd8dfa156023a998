"use client";

import { Checkbox } from "#/components/form/choice.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";

type Props = {
  action: Action<unknown>;
  editionId: string;
  /** `value` is the contract with the version that the reader saw. */
  contracts: readonly { value: string; title: string; portals: string }[];
  words: Record<"title" | "final" | "lead" | "contracts" | "reason" | "reasonHint" | "submit", string>;
};

/** 6.2 for one contract or for all in one go: each ticked box becomes a step of its own. */
export function RefuseForm({ action, editionId, contracts, words }: Props) {
  return (
    <Form
      action={action}
      draftKey={`refuse-edition:${editionId}`}
      label={words.title}
      resetOnDone
      className="max-w-measure"
    >
      <input type="hidden" name="editionId" value={editionId} />
      <Notice tone="needs" title={words.final}>
        {words.lead}
      </Notice>
      <fieldset className="field">
        <legend className="label">{words.contracts}</legend>
        {contracts.map(({ value, title, portals }) => (
          <Checkbox key={value} name="contracts[]" value={value} label={title} hint={portals} defaultChecked optional />
        ))}
      </fieldset>
      <Textarea name="reason" label={words.reason} hint={words.reasonHint} optional rows={3} />
      <SubmitButton look="danger">{words.submit}</SubmitButton>
    </Form>
  );
}
