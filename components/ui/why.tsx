import { type ReactNode, useId } from "react";

import { Icon } from "./icon.tsx";

type Sheet = { title: string; close: string; children: ReactNode };

/** «?» beside a state, and the reasons it opens. Native: keyboard, Esc and no script; nothing of it is printed. */
export function Why({ label, ...sheet }: Sheet & { label: string }) {
  const id = useId();
  return (
    <>
      <button type="button" className="why" popoverTarget={id} aria-label={label}>
        ?
      </button>
      <WhySheet id={id} {...sheet} />
    </>
  );
}

/** A button that may not be pressed now: it looks so, and pressing it says why. */
export function RefusedButton({ name, ...sheet }: Sheet & { name: ReactNode }) {
  const id = useId();
  return (
    <>
      <button type="button" className="btn secondary refused" popoverTarget={id}>
        {name}
        <span className="why" aria-hidden="true">
          ?
        </span>
        <span className="sr-only">{sheet.title}</span>
      </button>
      <WhySheet id={id} {...sheet} />
    </>
  );
}

function WhySheet({ id, title, close, children }: Sheet & { id: string }) {
  return (
    <div id={id} popover="auto" className="sheet" role="dialog" aria-label={title}>
      <header>
        {title}
        <button type="button" popoverTarget={id} popoverTargetAction="hide" aria-label={close}>
          <Icon name="x" />
        </button>
      </header>
      {children}
    </div>
  );
}
