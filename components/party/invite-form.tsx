"use client";

import { useState } from "react";
import { RadioGroup } from "#/components/form/choice.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import type { PeopleWords } from "./people-words.ts";

const schema = () => import("#/lib/access/people.ts").then((room) => room.inviteMemberInput);

/** Somebody with an account joins at once, anybody else gets a letter; the owner is told which it was. */
export function InviteForm({ action, words }: { action: Action<{ joined: boolean }>; words: PeopleWords }) {
  const [told, setTold] = useState<string | null>(null);
  return (
    <>
      <Form
        action={action}
        schema={schema}
        draftKey="invite"
        resetOnDone
        label={words.invite}
        onDone={({ joined }) => setTold(joined ? words.joined : words.invited)}
      >
        <TextInput
          name="email"
          type="email"
          inputMode="email"
          autoComplete="off"
          label={words.email}
          hint={words.emailHint}
        />
        <RadioGroup name="role" label={words.role} choices={words.roles} defaultValue="accountant" />
        <div>
          <SubmitButton>{words.invite}</SubmitButton>
        </div>
      </Form>
      {told && (
        <div className="mt-4">
          <Notice tone="done" title={told} announce />
        </div>
      )}
    </>
  );
}
