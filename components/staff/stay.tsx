"use client";

import { createContext, type ReactNode } from "react";

/** Where a form of the page comes back to when it is done and names no place of its own. */
export const StayContext = createContext<string | null>(null);

/** What a decision was taken about stays in sight by its own address, also when it was only the first of its queue. */
export function Stay({ href, children }: { href: string; children: ReactNode }) {
  return <StayContext value={href}>{children}</StayContext>;
}
