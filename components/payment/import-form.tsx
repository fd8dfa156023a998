"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { useEffect, useRef, useState } from "react";
import { Button } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { loadErrorWords } from "#/lib/messages/error-words.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import { ImportProgress } from "./import-progress.tsx";
import { type ImportStage, runImport } from "./run-import.ts";

type Words = Record<"start" | "read" | "keep" | "cancel" | "cancelled" | "lost", string>;

/**
 * «Загрузить выписку»: the checked file becomes payments while a bar tells how far it is; until it is done it can be cancelled, and
 * nothing was kept. Then the page goes on to what came of it.
 */
export function ImportForm({ fileId, words }: { fileId: string; words: Words }) {
  const router = useRouter();
  const [stage, setStage] = useState<ImportStage | null>(null);
  const [problem, setProblem] = useState<{ text: string; late: boolean } | null>(null);
  const cancel = useRef<AbortController>(null);
  useEffect(() => () => cancel.current?.abort(), []);

  const start = async () => {
    if (stage) return;
    const stopping = new AbortController();
    cancel.current = stopping;
    setProblem(null);
    setStage({ phase: "read", share: 0 });
    const result = await runImport(fileId, stopping.signal, setStage).catch(() => null);
    cancel.current = null;
    if (result?.ok) return router.push(`/staff/payments/statements/${result.value.statementId}` as Route);
    setStage(null);
    if (stopping.signal.aborted) return setProblem({ text: words.cancelled, late: false });
    if (!result) return setProblem({ text: words.lost, late: true });
    const say = await loadErrorWords(localeOr(document.documentElement.lang));
    setProblem({ text: say(result.error.code, result.error.params), late: true });
  };

  // A bar and a notice have the row for themselves; only the bare button stands beside its neighbour.
  return (
    <div className={stage || problem ? "w-full" : undefined}>
      <div className="grid max-w-form gap-4">
        {problem && <Notice tone={problem.late ? "late" : "neutral"} title={problem.text} announce />}
        {stage ? (
          <ImportProgress stage={stage} words={words} onCancel={() => cancel.current?.abort()} />
        ) : (
          <div>
            <Button onClick={start}>{words.start}</Button>
          </div>
        )}
      </div>
    </div>
  );
}
