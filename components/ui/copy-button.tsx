"use client";

import { useState } from "react";

import { Icon } from "./icon.tsx";

/** Copies `value`; the words arrive translated. `what` names the value for screen readers: «Скопировать: УНП». */
export function CopyButton({ value, words }: { value: string; words: { copy: string; done: string; what: string } }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(value);
    setCopied(true);
    setTimeout(() => setCopied(false), 2000);
  };
  return (
    <button type="button" className="copy" onClick={copy} aria-label={words.what}>
      <Icon name={copied ? "check" : "copy"} />
      <span aria-live="polite">{copied ? words.done : words.copy}</span>
    </button>
  );
}
