"use client";

import { type ReactNode, useRef, useState, useTransition } from "react";
import { Form } from "#/components/form/form.tsx";
import { useFormState } from "#/components/form/form-context.ts";
import { readForm } from "#/components/form/read-form.ts";
import { newRequestKey } from "#/components/form/request-key.ts";
import { Button } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import { EMAIL } from "./email-mark.ts";

type Words = { resend: string; resent: string; pending: string };
type Props = { action: Action<{ href: string }>; resend: Action<null>; words: Words; children: ReactNode };

export function SignInForm({ action, resend, words, children }: Props) {
  return (
    <Form action={action}>
      <Unconfirmed resend={resend} words={words} />
      {children}
    </Form>
  );
}

/** Only who gave the right password is told that the address waits, and may ask for another letter. */
function Unconfirmed({ resend, words }: Pick<Props, "resend" | "words">) {
  const state = useFormState();
  const button = useRef<HTMLDivElement>(null);
  const [sentTo, setSentTo] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();
  if (state?.failure?.code !== "auth.unconfirmed") return null;
  if (sentTo !== null) return <Notice tone="done" title={words.resent.replace(EMAIL, sentTo)} announce />;
  const send = () =>
    startTransition(async () => {
      const form = button.current?.closest("form");
      if (!form) return;
      const input = readForm(form);
      const done = await resend({ key: newRequestKey(), input }).catch(() => null);
      if (done?.ok) setSentTo(input.email as string);
    });
  return (
    <div ref={button}>
      <Button look="secondary" pending={pending} onClick={send}>
        {pending ? words.pending : words.resend}
      </Button>
    </div>
  );
}
