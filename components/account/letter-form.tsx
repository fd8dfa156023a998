"use client";

import { type ReactNode, useState } from "react";
import { Form } from "#/components/form/form.tsx";
import { Button } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import { EMAIL } from "./email-mark.ts";

type Sent = { title: string; text: string; more: string; again: string };

/** A form that ends with "a letter was sent", whatever the address. */
export function LetterForm({ action, sent, children }: { action: Action<null>; sent: Sent; children: ReactNode }) {
  const [email, setEmail] = useState<string | null>(null);
  const [before, after] = sent.text.split(EMAIL);
  return (
    <>
      <div hidden={email !== null}>
        <Form action={action} onDone={(_, form) => setEmail(new FormData(form).get("email") as string)}>
          {children}
        </Form>
      </div>
      {email !== null && (
        <Notice tone="done" title={sent.title} announce>
          <p>
            {before}
            <strong className="break-words">{email}</strong>
            {after}
          </p>
          <p className="mt-2">{sent.more}</p>
          <div className="mt-3">
            <Button look="secondary" small onClick={() => setEmail(null)}>
              {sent.again}
            </Button>
          </div>
        </Notice>
      )}
    </>
  );
}
