"use client";

import { type ChangeEvent, useState, useTransition } from "react";
import { Icon } from "#/components/ui/icon.tsx";
import type { ActionResult, Refusal } from "#/lib/action-result.ts";
import { loadErrorWords } from "#/lib/messages/error-words.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import { Field, type FieldProps } from "./field.tsx";
import { useFormWords } from "./form-words.tsx";

const MEGABYTE = 1024 * 1024;

type Props = FieldProps & {
  /** Endings that fit, with the dot: [".pdf", ".png"]. The server looks at the bytes; this only saves a wasted upload. */
  accept: readonly string[];
  maxBytes: number;
  /** Sends the file at once; the form then carries the id that came back instead of the file. */
  upload?: (file: File) => Promise<ActionResult<{ id: string }>>;
};

const refusalOf = (file: File, accept: readonly string[], maxBytes: number): Refusal | null => {
  const fits = accept.some((ending) => file.name.toLowerCase().endsWith(ending));
  if (!fits) return { code: "file.type", params: { name: file.name, allowed: accept.join(", ") } };
  if (file.size === 0) return { code: "file.empty", params: { name: file.name } };
  if (file.size > maxBytes)
    return { code: "file.too_big", params: { name: file.name, limit: Math.floor(maxBytes / MEGABYTE) } };
  return null;
};

/** The browser's own file field, with name and size of what was chosen. A file that does not fit is put back with the reason. */
export function FileInput({ accept, maxBytes, upload, ...field }: Props) {
  const words = useFormWords();
  const [chosen, setChosen] = useState<{ name: string; size: number; id: string | null } | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [pending, startTransition] = useTransition();

  const say = async ({ code, params }: Refusal) => {
    const text = await loadErrorWords(localeOr(document.documentElement.lang));
    setProblem(text(code, params));
    setChosen(null);
  };

  const choose = ({ currentTarget: input }: ChangeEvent<HTMLInputElement>) => {
    const file = input.files?.[0];
    setProblem(null);
    setChosen(null);
    if (!file) return;
    startTransition(async () => {
      const refusal = refusalOf(file, accept, maxBytes);
      if (refusal) {
        input.value = "";
        return say(refusal);
      }
      if (!upload) return setChosen({ name: file.name, size: file.size, id: null });
      const sent = await upload(file).catch(() => null);
      if (sent?.ok) return setChosen({ name: file.name, size: file.size, id: sent.value.id });
      input.value = "";
      return say(sent ? sent.error : { code: "file.upload", params: { name: file.name } });
    });
  };

  return (
    <Field {...field}>
      {({ name, ...control }) => (
        <div className="file">
          <input
            type="file"
            accept={accept.join(",")}
            {...control}
            // With `upload` the browser's field has no name: what is sent is the id in the hidden one.
            name={upload ? undefined : name}
            required={control.required && !chosen}
            onChange={choose}
          />
          {upload && chosen?.id && <input type="hidden" name={name} value={chosen.id} />}
          <div aria-live="polite">
            {pending && <span className="hint">{words.uploading}</span>}
            {chosen && (
              <span className="chosen">
                <Icon name="file-check" /> {chosen.name}, {Math.max(1, Math.round(chosen.size / 1024))}{" "}
                {words.kilobytes}
              </span>
            )}
            {problem && <span className="error">{problem}</span>}
          </div>
        </div>
      )}
    </Field>
  );
}
