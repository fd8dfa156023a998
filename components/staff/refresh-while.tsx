"use client";

import { useRouter } from "next/navigation";
import { useEffect } from "react";

/** Asks for the page again every two seconds while the worker has something to do; a hidden tab waits. */
export function RefreshWhile({ busy }: { busy: boolean }) {
  const router = useRouter();
  useEffect(() => {
    if (!busy) return;
    const timer = setInterval(() => document.visibilityState === "visible" && router.refresh(), 2000);
    return () => clearInterval(timer);
  }, [busy, router]);
  return null;
}
