"use client";

import { useState } from "react";

import type { Action } from "#/lib/action-result.ts";
import { Form } from "../form/form.tsx";
import { PasswordInput } from "../form/password-input.tsx";
import { SubmitButton } from "../form/submit-button.tsx";
import { Notice } from "../ui/notice.tsx";

type Words = Record<"label" | "current" | "next" | "hint" | "save" | "saving" | "saved", string>;

/** Empties itself when done: what was typed is the old password from then on. */
export function PasswordForm({ action, email, words }: { action: Action<null>; email: string; words: Words }) {
  const [saved, setSaved] = useState(false);
  return (
    <Form action={action} label={words.label} resetOnDone onDone={() => setSaved(true)}>
      {saved && <Notice tone="done" title={words.saved} announce />}
      <input type="email" autoComplete="username" defaultValue={email} hidden readOnly />
      <PasswordInput name="current" label={words.current} autoComplete="current-password" />
      <PasswordInput name="password" label={words.next} hint={words.hint} autoComplete="new-password" />
      <SubmitButton look="secondary" pendingText={words.saving}>
        {words.save}
      </SubmitButton>
    </Form>
  );
}
