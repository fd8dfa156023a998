"use client";

import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type FormEvent, useId, useState, useTransition } from "react";
import { formText } from "#/components/form/form-text.ts";
import { newRequestKey } from "#/components/form/request-key.ts";
import { DateInput } from "#/components/form/text-input.tsx";
import { uploadFile } from "#/components/form/upload.ts";
import { Button } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import type { Action, Refusal } from "#/lib/action-result.ts";
import { UPLOADS } from "#/lib/files/recognise.ts";
import { loadErrorWords } from "#/lib/messages/error-words.ts";
import { localeOr } from "#/lib/messages/locales.ts";

type Props = {
  action: Action<{ href: string }>;
  today: string;
  words: Record<"files" | "filesHint" | "signedOn" | "signedHint" | "upload" | "sending", string>;
};

/** The files of a stack go up one by one, in the order of their names; then they are a stack, and the page goes on to it. */
export function ScanUpload({ action, today, words }: Props) {
  const router = useRouter();
  const id = useId();
  const [problem, setProblem] = useState<string | null>(null);
  const [sent, setSent] = useState<{ done: number; total: number } | null>(null);
  const [pending, startTransition] = useTransition();

  const say = async ({ code, params }: Refusal) => {
    setSent(null);
    setProblem((await loadErrorWords(localeOr(document.documentElement.lang)))(code, params));
  };

  const submit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (pending) return;
    const form = new FormData(event.currentTarget);
    const files = form.getAll("files").filter((file): file is File => file instanceof File && file.size > 0);
    files.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true }));
    setProblem(null);
    startTransition(async () => {
      const { maxBytes } = UPLOADS.scan;
      const big = files.find(({ size }) => size > maxBytes);
      if (files.length === 0) return say({ code: "scan.no_files" });
      if (big) return say({ code: "file.too_big", params: { name: big.name, limit: maxBytes / 1024 / 1024 } });
      const fileIds: string[] = [];
      for (const file of files) {
        setSent({ done: fileIds.length, total: files.length });
        const up = await uploadFile("scan", file).catch(() => null);
        if (!up) return say({ code: "file.upload", params: { name: file.name } });
        if (!up.ok) return say(up.error);
        fileIds.push(up.value.id);
      }
      const input = { fileIds, signedOn: formText(form, "signedOn") };
      const opened = await action({ key: newRequestKey(), input }).catch(() => null);
      if (!opened) return say({ code: "form.network" });
      if (!opened.ok) return say(Object.values(opened.error.fields ?? {})[0] ?? opened.error);
      router.push(opened.value.href as Route);
    });
  };

  return (
    <form className="form" onSubmit={submit} aria-busy={pending || undefined}>
      {problem && <Notice tone="late" title={problem} announce />}
      <div className="field">
        <label className="label" htmlFor={id}>
          {words.files}
        </label>
        <p className="hint" id={`${id}-hint`}>
          {words.filesHint}
        </p>
        <div className="file">
          <input
            id={id}
            name="files"
            type="file"
            multiple
            accept=".pdf,.png,.jpg,.jpeg"
            aria-describedby={`${id}-hint`}
            disabled={pending}
          />
        </div>
      </div>
      <DateInput name="signedOn" label={words.signedOn} hint={words.signedHint} defaultValue={today} />
      <Button type="submit" pending={pending}>
        {words.upload}
      </Button>
      <p aria-live="polite" className="text-muted">
        {pending && sent && `${words.sending} ${sent.done + 1} / ${sent.total}`}
      </p>
    </form>
  );
}
