import type { ReactNode } from "react";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import type { Action } from "#/lib/action-result.ts";

type Props = { action: Action<unknown>; token: string; submit: string; pending: string; children?: ReactNode };

/** The button on the page of a one-time link: opening the page uses nothing up, mail scanners open every link. */
export function LinkForm({ action, token, submit, pending, children }: Props) {
  return (
    <Form action={action}>
      <input type="hidden" name="token" value={token} />
      {children}
      <SubmitButton pendingText={pending}>{submit}</SubmitButton>
    </Form>
  );
}
