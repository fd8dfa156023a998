"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useContext, useState, useTransition } from "react";
import { Form } from "#/components/form/form.tsx";
import { useFormState } from "#/components/form/form-context.ts";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import { StayContext } from "./stay.tsx";

type Props = {
  action: Action<unknown>;
  /** What the person does not type: ids and the version they saw. */
  hidden: Record<string, string | number>;
  label?: string;
  draftKey?: string;
  doneHref?: string;
  /** Said under the form when the page shows what was kept: for forms that stay where they are. */
  saved?: string;
  children: ReactNode;
};

/** A form of the back office; when done it closes the dialog that it stands in and goes where it was told. */
export function StepForm({ action, hidden, label, draftKey, doneHref, saved, children }: Props) {
  const router = useRouter();
  const stay = useContext(StayContext);
  const [kept, setKept] = useState(false);
  const [refreshing, startRefresh] = useTransition();
  const done = (_value: unknown, form: HTMLFormElement) => {
    form.closest("dialog")?.close();
    form.reset();
    if (doneHref) router.push(doneHref as Route);
    else
      startRefresh(() => {
        if (stay && stay !== `${location.pathname}${location.search}`) router.replace(stay as Route, { scroll: false });
        router.refresh();
      });
    setKept(true);
  };
  return (
    <Form action={action} label={label} draftKey={draftKey} onDone={done}>
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      {children}
      {saved && kept && !refreshing && <Saved title={saved} />}
    </Form>
  );
}

/** Not beside a newer try that is under way or was refused. */
function Saved({ title }: { title: string }) {
  const form = useFormState();
  return form?.pending || form?.failure ? null : <Notice tone="done" title={title} announce />;
}
