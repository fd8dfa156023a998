import type { ComponentProps, ReactNode } from "react";

type Props = {
  id: string;
  label: ReactNode;
  hint?: ReactNode;
  error?: string;
  children: (control: Pick<ComponentProps<"input">, "id" | "aria-describedby" | "aria-invalid">) => ReactNode;
};

/** A field of a form that is sent by GET: looks like those of the form kit and needs no script at all. */
export function PlainField({ id, label, hint, error, children }: Props) {
  const about = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field" data-bad={error ? true : undefined}>
      <label htmlFor={id} className="label">
        {label}
      </label>
      {hint && (
        <div className="hint" id={`${id}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <div className="error" id={`${id}-error`} role="alert">
          {error}
        </div>
      )}
      <div className="box">
        {children({
          id,
          "aria-describedby": about || undefined,
          "aria-invalid": error ? true : undefined,
        })}
      </div>
    </div>
  );
}
