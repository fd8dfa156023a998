"use client";

import { type ReactNode, useEffect, useRef } from "react";

/** 1–9 go to the decision of that number: its button, or its reason where one is wanted. Enter is then the person's own. */
export function DecisionKeys({ children }: { children: ReactNode }) {
  const list = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || !/^[1-9]$/.test(event.key)) return;
      if (event.target instanceof Element && event.target.matches("input, textarea, select")) return;
      const decision = list.current?.querySelectorAll("[data-decision]")[Number(event.key) - 1];
      const target = decision?.querySelector<HTMLElement>("textarea, button[type=submit]");
      if (!target) return;
      event.preventDefault();
      const folded = target.closest("details");
      if (folded) folded.open = true;
      target.scrollIntoView({ block: "center" });
      target.focus();
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, []);
  return <div ref={list}>{children}</div>;
}
