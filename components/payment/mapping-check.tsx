"use client";

import { useEffect, useRef, useState } from "react";

import { readForm } from "#/components/form/read-form.ts";
import { newRequestKey } from "#/components/form/request-key.ts";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action } from "#/lib/action-result.ts";
import { loadErrorWords } from "#/lib/messages/error-words.ts";
import { localeOr } from "#/lib/messages/locales.ts";

type Read = { lines: number; opening: string; credits: string; debits: string; closing: string } | null;
type Words = Record<"title" | "wait" | "start" | "ok" | "lines" | "balance" | "typed" | "offline", string>;
type Said = { tone: "done" | "needs" | "late" | "neutral"; title: string; texts: string[] };

/** Somebody who goes through a list of columns by keyboard changes it many times a second. */
const CALM_MS = 400;

const fill = (text: string, values: Record<string, string | number>) =>
  text.replace(/\{(\w+)\}/g, (_, name: string) => String(values[name] ?? ""));

/** What the mapping in the form around it would read, asked anew at every change; the last answer counts. */
export function MappingCheck({ action, words }: { action: Action<Read>; words: Words }) {
  const place = useRef<HTMLDivElement>(null);
  const [said, setSaid] = useState<Said>({ tone: "neutral", title: words.start, texts: [] });

  useEffect(() => {
    const form = place.current?.closest("form");
    if (!form) return;
    let round = 0;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const ask = async () => {
      const mine = ++round;
      setSaid({ tone: "neutral", title: words.wait, texts: [] });
      const answer = await action({ key: newRequestKey(), input: readForm(form) }).catch(() => null);
      const told = await sayIt(answer);
      if (mine === round) setSaid(told);
    };
    const sayIt = async (answer: Awaited<ReturnType<typeof action>> | null): Promise<Said> => {
      if (!answer) return { tone: "neutral", title: words.offline, texts: [] };
      if (!answer.ok) {
        const say = await loadErrorWords(localeOr(document.documentElement.lang));
        const all = Object.values(answer.error.fields ?? {});
        const texts = (all.length > 0 ? all : [answer.error]).map(({ code, params }) => say(code, params));
        return { tone: "needs", title: texts[0] ?? "", texts: texts.slice(1) };
      }
      if (!answer.value) return { tone: "done", title: words.typed, texts: [] };
      return {
        tone: "done",
        title: words.ok,
        texts: [fill(words.lines, answer.value), fill(words.balance, answer.value)],
      };
    };
    const soon = () => {
      clearTimeout(timer);
      timer = setTimeout(() => void ask(), CALM_MS);
    };
    form.addEventListener("input", soon);
    soon();
    return () => {
      clearTimeout(timer);
      form.removeEventListener("input", soon);
    };
  }, [action, words]);

  return (
    <div ref={place} aria-live="polite">
      <Notice tone={said.tone} title={said.title}>
        {said.texts.map((text) => (
          <p key={text} className="tabular-nums">
            {text}
          </p>
        ))}
      </Notice>
    </div>
  );
}
