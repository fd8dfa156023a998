"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import type { Action } from "#/lib/action-result.ts";

type Props = { action: Action<{ statementId: string }>; fileId: string; pendingText: string; children: ReactNode };

/** «Загрузить выписку»: the checked file becomes payments, and the page goes on to what came of them. */
export function ImportForm({ action, fileId, pendingText, children }: Props) {
  const router = useRouter();
  return (
    <Form
      action={action}
      onDone={({ statementId }) => router.push(`/staff/payments/statements/${statementId}` as Route)}
    >
      <input type="hidden" name="fileId" value={fileId} />
      <SubmitButton pendingText={pendingText}>{children}</SubmitButton>
    </Form>
  );
}
