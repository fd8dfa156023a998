"use client";

import { type ReactNode, useId, useRef } from "react";

import { Button, type ButtonLook } from "./button.tsx";
import { Icon } from "./icon.tsx";

type Props = {
  open: ReactNode;
  title: ReactNode;
  close: string;
  look?: ButtonLook;
  small?: boolean;
  children: ReactNode;
};

/**
 * A button and the native modal dialog it opens: focus, Esc and the page behind are the browser's work. A form inside
 * closes it by `event.currentTarget.closest("dialog").close()` when done, or by navigation.
 */
export function Dialog({ open, title, close, look = "secondary", small, children }: Props) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  return (
    <>
      <Button look={look} small={small} aria-haspopup="dialog" onClick={() => dialog.current?.showModal()}>
        {open}
      </Button>
      <dialog ref={dialog} className="dialog" aria-labelledby={id}>
        <header>
          <h2 id={id}>{title}</h2>
          <button type="button" aria-label={close} onClick={() => dialog.current?.close()}>
            <Icon name="x" />
          </button>
        </header>
        {children}
      </dialog>
    </>
  );
}
