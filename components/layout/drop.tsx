"use client";

import { type FocusEvent, type KeyboardEvent, type ReactNode, useRef } from "react";

type Props = { label: string; summary: ReactNode; className?: string; children: ReactNode };

/** `<details>` as a menu: opens without JavaScript; with it, closes by Esc, by leaving it and by a choice. */
export function Drop({ label, summary, className, children }: Props) {
  const details = useRef<HTMLDetailsElement>(null);
  const close = () => {
    if (details.current) details.current.open = false;
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== "Escape") return;
    close();
    details.current?.querySelector("summary")?.focus();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (relatedTarget && !currentTarget.contains(relatedTarget)) close();
  };
  return (
    <details
      ref={details}
      name="drop"
      className={className ? `drop ${className}` : "drop"}
      onKeyDown={onKeyDown}
      onBlur={onBlur}
    >
      <summary aria-label={label}>{summary}</summary>
      {/* biome-ignore lint/a11y/noStaticElementInteractions lint/a11y/useKeyWithClickEvents: hears presses of the links inside */}
      <div onClick={(event) => (event.target as Element).closest("a") && close()}>{children}</div>
    </details>
  );
}
