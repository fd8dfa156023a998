"use client";

import { useState } from "react";

import { Icon } from "#/components/ui/icon.tsx";
import { Field, type FieldProps } from "./field.tsx";
import { useFormWords } from "./form-words.tsx";

/** With a switch that shows what was typed; `autoComplete` tells the password manager which one is meant. */
export function PasswordInput(props: FieldProps & { autoComplete: "current-password" | "new-password" }) {
  const { autoComplete, ...field } = props;
  const words = useFormWords();
  const [shown, setShown] = useState(false);
  return (
    <Field {...field}>
      {(control) => (
        <div className="box">
          <input
            type={shown ? "text" : "password"}
            autoComplete={autoComplete}
            autoCapitalize="none"
            spellCheck={false}
            data-draft="off"
            {...control}
          />
          <button
            type="button"
            className="inside"
            aria-pressed={shown}
            aria-label={words.showPassword}
            onClick={() => setShown(!shown)}
          >
            <Icon name={shown ? "eye-off" : "eye"} />
          </button>
        </div>
      )}
    </Field>
  );
}
