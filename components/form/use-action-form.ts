"use client";

import { unstable_isUnrecognizedActionError, unstable_rethrow } from "next/navigation";
import { type FocusEvent, type FormEvent, useEffect, useRef, useState, useTransition } from "react";
import type { z } from "zod";

import type { Action, Refusal } from "#/lib/action-result.ts";
import { fieldRefusals } from "#/lib/field-refusals.ts";
import { type ErrorWords, loadErrorWords } from "#/lib/messages/error-words.ts";
import { localeOr } from "#/lib/messages/locales.ts";
import { clearDraft, type DraftPlace, restoreDraft, saveDraft } from "./draft.ts";
import { readForm } from "./read-form.ts";
import { newRequestKey } from "./request-key.ts";
import { withoutEval } from "./without-eval.ts";

withoutEval();

export type FormOptions<T> = {
  action: Action<T>;
  /** The schema that the action parses with, fetched when the form is first touched: zod is no part of the first load. */
  schema?: () => Promise<z.ZodType>;
  draftKey?: string;
  draftPlace?: DraftPlace;
  onDone?: (value: T, form: HTMLFormElement) => void;
  /** Said when even the sentences cannot be fetched. */
  offline: string;
};

/** A refusal in words; `fields` and what they are called by control name. `round` counts the presses of the button that were refused. */
export type Failure = {
  code: string;
  text: string;
  fields: Record<string, string>;
  labels: Record<string, string>;
  round: number;
};

/** Sentences of refusals are fetched too, when first needed: nobody pays for them who types well. */
const words = (offline: string) =>
  loadErrorWords(localeOr(document.documentElement.lang)).catch((): ErrorWords => () => offline);

const refusalOfAccident = (error: unknown): Refusal => {
  unstable_rethrow(error);
  return { code: unstable_isUnrecognizedActionError(error) ? "form.stale" : "form.network" };
};

/**
 * A plain form over a server action. Controls stay uncontrolled, so a refusal loses nothing that was typed. The key of a
 * call lives until the server has answered: pressed again after a broken connection, it is the same call.
 */
export function useActionForm<T>({ action, schema, draftKey, draftPlace, onDone, offline }: FormOptions<T>) {
  const ref = useRef<HTMLFormElement>(null);
  const key = useRef<string | null>(null);
  const busy = useRef(false);
  const [failure, setFailure] = useState<Failure | null>(null);
  const [pending, startTransition] = useTransition();

  useEffect(() => {
    if (draftKey && ref.current) restoreDraft(draftKey, ref.current, draftPlace);
  }, [draftKey, draftPlace]);

  const tell = async (form: HTMLFormElement, refusal: Refusal, fields: Record<string, Refusal> = {}) => {
    const say = await words(offline);
    const texts = Object.entries(fields).map(([name, one]) => [name, say(one.code, one.params)] as const);
    const said = {
      code: refusal.code,
      text: say(refusal.code, refusal.params),
      fields: Object.fromEntries(texts),
      labels: labelsOf(form, Object.keys(fields)),
    };
    setFailure((before) => ({ ...said, round: (before?.round ?? 0) + 1 }));
  };

  const check = async (form: HTMLFormElement): Promise<Record<string, Refusal>> => {
    const parsed = await (await schema?.())?.safeParseAsync(readForm(form));
    return parsed?.error ? fieldRefusals(parsed.error.issues) : {};
  };

  const send = async (form: HTMLFormElement) => {
    const bad = await check(form);
    if (Object.keys(bad).length > 0) return tell(form, { code: "form.invalid" }, bad);
    key.current ??= newRequestKey();
    const result = await action({ key: key.current, input: readForm(form) });
    key.current = null;
    if (!result.ok) return tell(form, result.error, result.error.fields);
    if (draftKey) clearDraft(draftKey, draftPlace);
    setFailure(null);
    onDone?.(result.value, form);
  };

  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    if (busy.current) return;
    busy.current = true;
    startTransition(async () => {
      try {
        await send(form);
      } catch (error) {
        await tell(form, refusalOfAccident(error));
      } finally {
        busy.current = false;
      }
    });
  };

  /**
   * One field looked at again: after it was left, or while it is being corrected. Empty ones wait for the button. Leaving a
   * field takes no refusal away: the schema does not know all that the server knows, and a page that jumps as the pointer
   * goes down loses the press.
   */
  const look = async (name: string, form: HTMLFormElement, left: boolean) => {
    const bad = (await check(form))[name];
    if (left && !bad) return;
    const text = bad && (await words(offline))(bad.code, bad.params);
    setFailure((now) => withField(now, name, text));
  };

  const onBlur = (event: FocusEvent<HTMLFormElement>) => {
    const { name, value, form, type } = event.target as unknown as HTMLInputElement;
    if (schema && name && value && form && type !== "radio") void look(name, form, true).catch(() => {});
  };

  const onInput = (event: FormEvent<HTMLFormElement>) => {
    const form = event.currentTarget;
    if (draftKey) saveDraft(draftKey, form, draftPlace);
    const { name } = event.target as HTMLInputElement;
    if (!failure?.fields[name]) return;
    if (schema) void look(name, form, false).catch(() => {});
    else setFailure((now) => withField(now, name, undefined));
  };

  /** The first touch fetches what a refusal may need, long before the button. */
  const onFocus = () => {
    void schema?.().catch(() => {});
    void words(offline);
  };

  return { failure, pending, form: { ref, onSubmit, onBlur, onInput, onFocus, noValidate: true } };
}

/** What the page calls a control: the summary says «УНП: …», as the same sentence may stand under two fields. */
function labelsOf(form: HTMLFormElement, names: string[]): Record<string, string> {
  const found = names.flatMap((name) => {
    const controls = [...form.elements];
    // A file that goes up at once sends its id by a hidden control; the one that is seen has no name.
    const control =
      controls.find((one) => "name" in one && one.name === name) ?? controls.find((one) => one.id.endsWith(`_${name}`));
    const label = control?.closest(".field")?.querySelector(".label, .title")?.firstChild?.textContent?.trim();
    return label ? [[name, label]] : [];
  });
  return Object.fromEntries(found);
}

function withField(failure: Failure | null, name: string, text: string | undefined): Failure | null {
  if (!text && !failure?.fields[name]) return failure;
  const { [name]: _, ...others } = failure?.fields ?? {};
  const fields = text ? { ...others, [name]: text } : others;
  if (Object.keys(fields).length === 0 && (!failure || failure.code === "form.invalid")) return null;
  // A field found bad on the way is told beside it; only the button brings the summary.
  return {
    code: failure?.code ?? "",
    text: failure?.text ?? "",
    fields,
    labels: failure?.labels ?? {},
    round: failure?.round ?? 0,
  };
}
