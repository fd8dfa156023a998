"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type DragEvent, useState, useTransition } from "react";
import { uploadFile } from "#/components/form/upload.ts";
import { Icon } from "#/components/ui/icon.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Refusal } from "#/lib/action-result.ts";
import { UPLOADS } from "#/lib/files/recognise.ts";
import { loadErrorWords } from "#/lib/messages/error-words.ts";
import { localeOr } from "#/lib/messages/locales.ts";

type Words = { label: string; hint: string; sending: string };

/** A statement chosen or dropped goes to its preview; nothing is imported before the checks were seen. */
export function StatementUpload({ words }: { words: Words }) {
  const router = useRouter();
  const [problem, setProblem] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const [pending, startTransition] = useTransition();

  const say = async ({ code, params }: Refusal) =>
    setProblem((await loadErrorWords(localeOr(document.documentElement.lang)))(code, params));

  const send = (file: File | undefined) => {
    if (!file || pending) return;
    setProblem(null);
    startTransition(async () => {
      const { maxBytes } = UPLOADS.statement;
      if (file.size === 0) return say({ code: "file.empty", params: { name: file.name } });
      if (file.size > maxBytes)
        return say({ code: "file.too_big", params: { name: file.name, limit: maxBytes / 1024 / 1024 } });
      const sent = await uploadFile("statement", file).catch(() => null);
      if (!sent) return say({ code: "file.upload", params: { name: file.name } });
      if (!sent.ok) return say(sent.error);
      router.push(`/staff/payments/statements/preview/${sent.value.id}` as Route);
    });
  };
  const onDrag = (event: DragEvent, on: boolean) => {
    event.preventDefault();
    setOver(on);
  };

  return (
    <div className="grid max-w-form gap-4">
      {problem && <Notice tone="late" title={problem} announce />}
      {/* biome-ignore lint/a11y/noStaticElementInteractions: dropping is a second way; the button inside is the first */}
      <div
        className="drop-zone"
        data-over={over || undefined}
        onDragOver={(event) => onDrag(event, true)}
        onDragLeave={(event) => onDrag(event, false)}
        onDrop={(event) => {
          onDrag(event, false);
          send(event.dataTransfer.files[0]);
        }}
      >
        <Icon name="upload" />
        <label htmlFor="statement-file" className="font-medium">
          {words.label}
        </label>
        <input
          id="statement-file"
          type="file"
          accept=".txt,.csv,.tsv,.xlsx,.xml,.sta,text/plain,text/csv"
          aria-describedby="statement-hint"
          disabled={pending}
          onChange={(event) => {
            send(event.currentTarget.files?.[0]);
            event.currentTarget.value = "";
          }}
        />
        <p id="statement-hint" className="text-muted text-sm">
          {words.hint}
        </p>
      </div>
      <p aria-live="polite">{pending && words.sending}</p>
    </div>
  );
}
