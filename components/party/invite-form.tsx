"use client";

import { useState } from "react";

import type { Action } from "#/lib/action-result.ts";
import { RadioGroup } from "../form/choice.tsx";
import { Form } from "../form/form.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { TextInput } from "../form/text-input.tsx";
import { Notice } from "../ui/notice.tsx";
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
