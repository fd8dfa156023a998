import type { ReactNode } from "react";

import { Mark, type Tone } from "./tone.tsx";

/** State in a word and a shape: `<Status tone="running">ждём активации</Status>`. */
export function Status({ tone, children }: { tone: Tone; children: ReactNode }) {
  return (
    <span className={`status tone-${tone}`}>
      <Mark tone={tone} />
      <span>{children}</span>
    </span>
  );
}

/** How many wait there, beside a menu entry or a heading; `label` says of what to those who do not see the place. */
export function Count({ value, label }: { value: number; label: string }) {
  return (
    <span className="count">
      {value > 999 ? "999+" : value}
      <span className="sr-only"> {label}</span>
    </span>
  );
}
