"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";
import { formatMoney, parseMoney } from "#/lib/money/kopecks.ts";

type Words = { left: string; even: string; over: string; bad: string };

/** What stays of a payment while its parts are typed, to the kopeck. `words` have «{sum}» where the figure goes. */
export function SplitLeft({ rest, words, children }: { rest: string; words: Words; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null);
  const [said, say] = useState<string | null>(null);
  useEffect(() => {
    const element = box.current;
    if (!element) return;
    const count = () => {
      const typed = [...element.querySelectorAll<HTMLInputElement>("input[data-part]")].map(({ value }) =>
        value.trim(),
      );
      const sums = typed.filter((text) => text !== "").map((text) => parseMoney(text));
      if (sums.some((sum) => !sum.ok || sum.value <= 0n)) return say(words.bad);
      const left = sums.reduce((sum, part) => sum - (part.ok ? part.value : 0n), BigInt(rest));
      if (left === 0n) return say(words.even);
      say((left < 0n ? words.over : words.left).replace("{sum}", formatMoney(left < 0n ? -left : left)));
    };
    count();
    element.addEventListener("input", count);
    return () => element.removeEventListener("input", count);
  }, [rest, words]);
  return (
    <div ref={box} className="grid gap-4">
      {children}
      <p aria-live="polite" className="font-medium tabular-nums">
        {said}
      </p>
    </div>
  );
}
