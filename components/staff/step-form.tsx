"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import type { ReactNode } from "react";
import { Form } from "#/components/form/form.tsx";
import type { Action } from "#/lib/action-result.ts";

type Props = {
  action: Action<unknown>;
  /** What the person does not type: ids and the version they saw. */
  hidden: Record<string, string | number>;
  label?: string;
  draftKey?: string;
  doneHref?: string;
  children: ReactNode;
};

/** A form of the back office; when done it closes the dialog that it stands in and goes where it was told. */
export function StepForm({ action, hidden, label, draftKey, doneHref, children }: Props) {
  const router = useRouter();
  const done = (_value: unknown, form: HTMLFormElement) => {
    form.closest("dialog")?.close();
    form.reset();
    if (doneHref) router.push(doneHref as Route);
    else router.refresh();
  };
  return (
    <Form action={action} label={label} draftKey={draftKey} onDone={done}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
    </Form>
  );
}
