"use client";

import { type ReactNode, useEffect, useRef } from "react";

const TYPING = "input, textarea, select, [contenteditable], dialog[open] *";

/** j and k walk the rows of a queue by their first links; Enter is the link's own. Typing anywhere is left alone. */
export function QueueKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.target instanceof Element && event.target.matches(TYPING)) return;
      const step = event.code === "KeyJ" ? 1 : event.code === "KeyK" ? -1 : 0;
      if (step === 0) return;
      const links = [...(list.current?.querySelectorAll<HTMLAnchorElement>("tbody th a") ?? [])];
      if (links.length === 0) return;
      const row = document.activeElement?.closest("tr");
      const at = links.findIndex((link) => link.closest("tr") === row);
      const next = at === -1 ? 0 : Math.min(links.length - 1, Math.max(0, at + step));
      event.preventDefault();
      links[next]?.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return <div ref={list}>{children}</div>;
}
