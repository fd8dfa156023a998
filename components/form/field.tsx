"use client";

import clsx from "clsx";
import { type ReactNode, useId } from "react";

import { controlId, useFormState } from "./form-context.ts";
import { useFormWords } from "./form-words.tsx";

export type FieldProps = {
  /** "unp", "requisites.unp", "lines.0.portal": the path in the action's input. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** Fields are required unless said otherwise; only the optional ones are marked. */
  optional?: boolean;
  /** The label only for screen readers: where the page's own words name the field. */
  hideLabel?: boolean;
  className?: string;
};

export type Control = {
  id: string;
  name: string;
  required: boolean;
  "aria-invalid": true | undefined;
  "aria-describedby": string | undefined;
};

/** Id, error and description of the control with this name in the form around it. */
export function useField(name: string, { optional, hint }: Pick<FieldProps, "optional" | "hint">) {
  const own = useId();
  const form = useFormState();
  const id = controlId(form?.id ?? own, name);
  const error = form?.failure?.fields[name];
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  const control: Control = {
    id,
    name,
    required: !optional,
    "aria-invalid": error ? true : undefined,
    "aria-describedby": described || undefined,
  };
  return { control, error };
}

/** Label, hint, error and the control between them. */
export function Field(props: FieldProps & { children: (control: Control) => ReactNode }) {
  const { name, label, hint, optional, hideLabel, className, children } = props;
  const { control, error } = useField(name, { optional, hint });
  return (
    <div className={clsx("field", className)} data-bad={error ? true : undefined}>
      <label htmlFor={control.id} className={hideLabel ? "sr-only" : "label"}>
        {label}
        {optional && <Optional />}
      </label>
      {hint && (
        <div className="hint" id={`${control.id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={control.id} text={error} />
      {children(control)}
    </div>
  );
}

export function Optional() {
  return <span className="optional"> {useFormWords().optional}</span>;
}

export function FieldError({ id, text }: { id: string; text: string | undefined }) {
  const words = useFormWords();
  if (!text) return null;
  return (
    <div className="error" id={`${id}-error`}>
      <span className="sr-only">{words.error} </span>
      {text}
    </div>
  );
}
