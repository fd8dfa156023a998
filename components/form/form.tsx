"use client";

import clsx from "clsx";
import type { Route } from "next";
import { useRouter } from "next/navigation";
import { type ReactNode, useEffect, useId } from "react";

import { FormContext } from "./form-context.ts";
import { FormError } from "./form-error.tsx";
import { useFormWords } from "./form-words.tsx";
import { type FormOptions, useActionForm } from "./use-action-form.ts";

type Props<T> = Omit<FormOptions<T>, "offline"> & {
  /** Where to go when it is done. An answer with an `href` of its own goes there; with neither the page is refreshed. */
  doneHref?: string;
  resetOnDone?: boolean;
  /** Where a signed-out person signs in, in a new tab. */
  signInHref?: string;
  /** Off where the page puts <FormError /> elsewhere. */
  summary?: boolean;
  /** Names a form that has no heading of its own. */
  label?: string;
  className?: string;
  children: ReactNode;
};

const hrefOf = (value: unknown) =>
  typeof value === "object" && value !== null && "href" in value && typeof value.href === "string" ? value.href : null;

/** A form over a server action: `<Form action={registerParty} draftKey="party">…fields…<SubmitButton/></Form>`. */
export function Form<T>({ doneHref, resetOnDone, signInHref, summary = true, ...props }: Props<T>) {
  const { action, schema, draftKey, draftPlace, onDone, label, className, children } = props;
  const id = useId();
  const router = useRouter();
  const done = (value: T, element: HTMLFormElement) => {
    if (resetOnDone) element.reset();
    onDone?.(value, element);
    const href = hrefOf(value) ?? doneHref;
    if (href) router.push(href as Route);
    else if (!onDone) router.refresh();
  };
  const { offline } = useFormWords();
  const { form, failure, pending } = useActionForm({ action, schema, draftKey, draftPlace, onDone: done, offline });
  const round = failure?.round ?? 0;
  const names = failure?.fields;

  // biome-ignore lint/correctness/useExhaustiveDependencies: only a press of the button moves the focus, not a corrected field
  useEffect(() => {
    if (round === 0 || !names) return;
    const element = form.ref.current;
    const bad = [...(element?.elements ?? [])].find((one) => "name" in one && names[String(one.name)]);
    const target = bad ?? element?.querySelector("[data-summary]");
    if (target instanceof HTMLElement) target.focus();
  }, [round]);

  return (
    <form {...form} className={clsx("form", className)} aria-label={label} aria-busy={pending || undefined}>
      <FormContext value={{ id, failure, pending }}>
        {summary && <FormError signInHref={signInHref} />}
        {children}
      </FormContext>
    </form>
  );
}
