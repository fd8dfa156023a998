"use client";

import type { ReactNode } from "react";

import { Button, type ButtonLook } from "#/components/ui/button.tsx";
import { useFormState } from "./form-context.ts";
import { useFormWords } from "./form-words.tsx";

type Props = { children: ReactNode; pendingText?: ReactNode; look?: ButtonLook; small?: boolean };

/** Says what happens («Выставить счёт»); while it happens, says so and takes no second press. */
export function SubmitButton({ children, pendingText, look, small }: Props) {
  const pending = useFormState()?.pending ?? false;
  const words = useFormWords();
  return (
    <Button type="submit" look={look} small={small} pending={pending}>
      {pending ? (pendingText ?? words.pending) : children}
    </Button>
  );
}
