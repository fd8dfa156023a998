"use client";

// Drawn where React makes HTML, in one piece: rows of server components are cut by length, and a cut inside an svg is bridged with
// an inline style, which our policy forbids.
import { createElement } from "react";

import { ICONS, type IconName } from "./icon-shapes.ts";

export type { IconName };

/** Always beside words or inside a named button, and so never read aloud. */
export function Icon({ name, className }: { name: IconName; className?: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className ? `icon ${className}` : "icon"} aria-hidden="true">
      {ICONS[name].map(([tag, attributes], index) => createElement(tag, { key: index, ...attributes }))}
    </svg>
  );
}
