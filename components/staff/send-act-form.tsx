"use client";

import { useState } from "react";
import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, TextInput } from "#/components/form/text-input.tsx";
import type { Action } from "#/lib/action-result.ts";
import { StepForm } from "./step-form.tsx";

type Word =
  | "channel"
  | "edi"
  | "post"
  | "fixed"
  | "open"
  | "sentOn"
  | "sentHint"
  | "ediDocumentId"
  | "ediHint"
  | "trackingNumber"
  | "trackingHint"
  | "button";
type Props = {
  action: Action<unknown>;
  hidden: Record<string, string | number>;
  kind: "legalEntity" | "soleProprietor" | "individual";
  channel: "edi" | "post";
  today: string;
  words: Record<Word, string>;
};

/** The act leaves (3.6 by ЭДиН, 3.7 by post): the contract chooses for a company and a person, the accountant for an ИП. */
export function SendActForm({ action, hidden, kind, channel, today, words }: Props) {
  const [chosen, setChosen] = useState<string>(channel);
  const fixed = kind !== "soleProprietor";
  return (
    <StepForm action={action} hidden={fixed ? { ...hidden, channel } : hidden} label={words.button}>
      {fixed ? (
        <p className="text-sm">{words.fixed}</p>
      ) : (
        <RadioGroup
          name="channel"
          label={words.channel}
          hint={words.open}
          defaultValue={channel}
          onChoose={setChosen}
          choices={[
            { value: "edi", title: words.edi },
            { value: "post", title: words.post },
          ]}
        />
      )}
      {chosen === "edi" ? (
        <TextInput key="edi" name="ediDocumentId" label={words.ediDocumentId} hint={words.ediHint} autoComplete="off" />
      ) : (
        <TextInput
          key="post"
          name="trackingNumber"
          label={words.trackingNumber}
          hint={words.trackingHint}
          width="medium"
          autoComplete="off"
        />
      )}
      <DateInput name="sentOn" label={words.sentOn} hint={words.sentHint} defaultValue={today} />
      <SubmitButton>{words.button}</SubmitButton>
    </StepForm>
  );
}
