"use client";

import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

import { Field, type FieldProps } from "./field.tsx";

type Native<Tag extends "input" | "textarea" | "select"> = Omit<
  ComponentProps<Tag>,
  keyof FieldProps | "id" | "required"
>;
type Width = "short" | "medium" | "full";

/** `width` says how long an answer is expected; `after` stands at the end of the box (a unit, a zone). */
export function TextInput(props: FieldProps & Native<"input"> & { width?: Width; after?: ReactNode }) {
  const { name, label, hint, optional, hideLabel, className, width = "full", after, ...input } = props;
  return (
    <Field {...{ name, label, hint, optional, hideLabel, className }}>
      {(control) => (
        <div className={clsx("box", width)}>
          <input type="text" {...input} {...control} />
          {after && <span className="after">{after}</span>}
        </div>
      )}
    </Field>
  );
}

export function Textarea({
  name,
  label,
  hint,
  optional,
  hideLabel,
  className,
  ...area
}: FieldProps & Native<"textarea">) {
  return (
    <Field {...{ name, label, hint, optional, hideLabel, className }}>
      {(control) => (
        <div className="box">
          <textarea rows={4} {...area} {...control} />
        </div>
      )}
    </Field>
  );
}

/** The browser's own list: the best one on every phone. */
export function Select(props: FieldProps & Native<"select"> & { width?: Width; children: ReactNode }) {
  const { name, label, hint, optional, hideLabel, className, width = "full", children, ...select } = props;
  return (
    <Field {...{ name, label, hint, optional, hideLabel, className }}>
      {(control) => (
        <div className={clsx("box", width)}>
          <select {...select} {...control}>
            {children}
          </select>
        </div>
      )}
    </Field>
  );
}

const dotted = (digits: string) => `${digits.slice(0, 2)}.${digits.slice(2, 4)}.${digits.slice(4)}`;

/** дд.мм.гггг; number keypads have no dot, so eight digits get their dots by themselves. */
export function DateInput(props: FieldProps & { defaultValue?: string }) {
  return (
    <TextInput
      {...props}
      inputMode="numeric"
      autoComplete="off"
      width="short"
      onInput={({ currentTarget }) => {
        if (/^\d{8}$/.test(currentTarget.value)) currentTarget.value = dotted(currentTarget.value);
      }}
    />
  );
}

/** Six digits of a second factor; the sixth one sends the form. Never kept in a draft. */
export function OtpInput(props: FieldProps) {
  return (
    <TextInput
      {...props}
      inputMode="numeric"
      autoComplete="one-time-code"
      maxLength={7}
      width="medium"
      data-draft="off"
      spellCheck={false}
      onInput={({ currentTarget }) => {
        if (currentTarget.value.replace(/\s/g, "").length === 6) currentTarget.form?.requestSubmit();
      }}
    />
  );
}
