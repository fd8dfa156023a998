"use client";

import clsx from "clsx";
import type { ReactNode } from "react";

import { FieldError, type FieldProps, Optional, useField } from "./field.tsx";

export type Choice = { value: string; title: ReactNode; note?: ReactNode; disabled?: boolean };

type RadioProps = FieldProps & {
  choices: readonly Choice[];
  defaultValue?: string;
  onChoose?: (value: string) => void;
  /** Beside each other, as cards, where there is room. */
  cards?: boolean;
};

/** One of few, all of them in sight. */
export function RadioGroup(props: RadioProps) {
  const { name, label, hint, optional, hideLabel, className, choices, defaultValue, onChoose, cards } = props;
  const { control, error } = useField(name, { optional, hint });
  return (
    <fieldset
      className={clsx("field", className)}
      data-bad={error ? true : undefined}
      aria-describedby={control["aria-describedby"]}
    >
      <legend className={hideLabel ? "sr-only" : "label"}>
        {label}
        {optional && <Optional />}
      </legend>
      {hint && (
        <div className="hint" id={`${control.id}-hint`}>
          {hint}
        </div>
      )}
      <FieldError id={control.id} text={error} />
      <div className={clsx("choices", cards && "cards")}>
        {choices.map(({ value, title, note, disabled }, index) => (
          <label key={value} className="choice">
            <input
              type="radio"
              id={index === 0 ? control.id : undefined}
              name={name}
              value={value}
              required={!optional}
              disabled={disabled}
              defaultChecked={value === defaultValue}
              onChange={onChoose && (() => onChoose(value))}
            />
            <span>
              <span className="title">{title}</span>
              {note && <span className="hint">{note}</span>}
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}

/** Arrives as "true" when ticked and is absent when not. Pass `value` and a name with `[]` for many of one name. */
export function Checkbox(
  props: FieldProps & { value?: string; defaultChecked?: boolean; onTick?: (on: boolean) => void },
) {
  const { name, label, hint, optional, className, value = "true", defaultChecked, onTick } = props;
  const { control, error } = useField(name, { optional, hint });
  return (
    <div className={clsx("field", className)} data-bad={error ? true : undefined}>
      <FieldError id={control.id} text={error} />
      <label className="choice">
        <input
          type="checkbox"
          {...control}
          value={value}
          defaultChecked={defaultChecked}
          onChange={onTick && ((event) => onTick(event.currentTarget.checked))}
        />
        <span>
          <span className="title">{label}</span>
          {hint && (
            <span className="hint" id={`${control.id}-hint`}>
              {hint}
            </span>
          )}
        </span>
      </label>
    </div>
  );
}
