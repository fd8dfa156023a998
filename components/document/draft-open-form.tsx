"use client";

import type { ReactNode } from "react";

import { Form } from "#/components/form/form.tsx";
import type { Action } from "#/lib/action-result.ts";

type Props = { action: Action<unknown>; hidden: Record<string, string>; label: string; children: ReactNode };

/** A form whose answer says where the draft is that it opened: the page goes there. */
export function OpenForm({ action, hidden, label, children }: Props) {
  return (
    <Form action={action} label={label}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
