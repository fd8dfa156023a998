"use client";

import { Icon } from "#/components/ui/icon.tsx";
import { controlId, useFormState } from "./form-context.ts";
import { useFormWords } from "./form-words.tsx";

/** What was refused, in words, with a link to each field (GOV.UK's error summary). Nothing until the button was pressed. */
export function FormError({ signInHref = "/sign-in" }: { signInHref?: string }) {
  const form = useFormState();
  const words = useFormWords();
  if (!form?.failure?.text) return null;
  const { code, text, fields, labels } = form.failure;
  return (
    <div className="notice tone-late" role="alert" tabIndex={-1} data-summary>
      <Icon name="triangle-alert" />
      <div className="title">{text}</div>
      {code === "auth.signed_out" && (
        <div className="text">
          <a className="link" href={signInHref} target="_blank" rel="noopener">
            {words.signIn}
          </a>
        </div>
      )}
      {Object.keys(fields).length > 0 && (
        <ul className="text">
          {Object.entries(fields).map(([name, sentence]) => (
            <li key={name}>
              <a className="link" href={`#${controlId(form.id, name)}`}>
                {labels[name] && `${labels[name]}: `}
                {sentence}
              </a>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
