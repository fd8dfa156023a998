"use client";

import type { ReactNode } from "react";

/** Not there where it could do nothing: without scripts the browser's own menu prints. */
export function PrintButton({ children }: { children: ReactNode }) {
  return (
    <button type="button" className="btn secondary small [@media(scripting:none)]:hidden" onClick={() => print()}>
      {children}
    </button>
  );
}
