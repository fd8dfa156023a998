"use client";

import { useRouter } from "next/navigation";
import { type ReactNode, useState } from "react";
import { Form } from "#/components/form/form.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";

type Props = { action: Action<null>; label: string; saved: string; reset?: boolean; children: ReactNode };

/** Stays on its page and says that it is done. `reset` empties it: a password that was typed is an old one from then on. */
export function SavedForm({ action, label, saved, reset, children }: Props) {
  const router = useRouter();
  const [done, setDone] = useState(false);
  const onDone = () => {
    setDone(true);
    // The language may be another one now; the answer of the action was still drawn in the old one.
    router.refresh();
  };
  return (
    <Form action={action} label={label} resetOnDone={reset} onDone={onDone}>
      {done && <Notice tone="done" title={saved} announce />}
      {children}
    </Form>
  );
}
