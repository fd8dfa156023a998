"use client";

import { type ReactNode, useState } from "react";

import type { Action } from "#/lib/action-result.ts";
import { Form } from "../form/form.tsx";
import { Notice } from "../ui/notice.tsx";

type Props = { action: Action<null>; label: string; saved: string; reset?: boolean; children: ReactNode };

/** Stays on its page and says that it is done. `reset` empties it: a password that was typed is an old one from then on. */
export function SavedForm({ action, label, saved, reset, children }: Props) {
  const [done, setDone] = useState(false);
  return (
    <Form action={action} label={label} resetOnDone={reset} onDone={() => setDone(true)}>
      {done && <Notice tone="done" title={saved} announce />}
      {children}
    </Form>
  );
}
