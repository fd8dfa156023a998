import type { ReactNode } from "react";

import { Icon, type IconName } from "./icon.tsx";
import type { Tone } from "./tone.tsx";

const ICON: Record<Tone, IconName> = {
  running: "info",
  neutral: "info",
  done: "circle-check",
  needs: "circle-alert",
  late: "triangle-alert",
};

/** `announce` for what appears after something was done: late is read at once, the rest when the reader pauses. */
export function Notice(props: { tone?: Tone; title: ReactNode; children?: ReactNode; announce?: boolean }) {
  const { tone = "neutral", title, children, announce } = props;
  const role = announce ? (tone === "late" ? "alert" : "status") : undefined;
  return (
    <div className={`notice tone-${tone}`} role={role}>
      <Icon name={ICON[tone]} />
      <div className="title">{title}</div>
      {children && <div className="text">{children}</div>}
    </div>
  );
}
