"use client";

import { type ReactNode, useEffect, useRef, useState } from "react";

type Words = { asks: string; nothing: string };

const TYPING = "input, textarea, select, [contenteditable], dialog[open] *";
const shown = (element: Element) => element instanceof HTMLElement && element.offsetParent !== null;

/** The first thing in a form that a person must give before it may be sent; null where the press alone is the decision. */
const wanted = (form: HTMLElement) =>
  form.querySelector<HTMLElement>("textarea:required, input[type=checkbox]:required:not(:checked)");

/** The list of keys stands at the head of the page, beside its title. */
function showKeys(): boolean {
  const button = document.querySelector<HTMLElement>("[data-help] button[aria-haspopup=dialog]");
  button?.click();
  return button !== null;
}

function open(details: HTMLDetailsElement | null | undefined, field: string): boolean {
  const target = details?.querySelector<HTMLElement>(field);
  if (!details || !target) return false;
  details.open = true;
  target.scrollIntoView({ block: "center" });
  target.focus();
  return true;
}

/**
 * The keys of the reconciliation: j and k through the queue, Enter takes the first proposal (and only goes to its reason or tick
 * where the rules want one), s splits, d declines, u takes back the last allocation, ? lists the keys. Letters go by their place
 * on the keyboard, so they work in Russian, too; they are silent while somebody types, but for Ctrl+Enter, which sends the reason.
 */
export function WorkKeys({ words, said, children }: { words: Words; said: string; children: ReactNode }) {
  const room = useRef<HTMLDivElement>(null);
  const [answer, say] = useState("");
  // biome-ignore lint/correctness/useExhaustiveDependencies: another line is another sentence, the old answer is over
  useEffect(() => say(""), [said]);

  useEffect(() => {
    const find = <T extends Element>(what: string) =>
      [...(room.current?.querySelectorAll<T>(what) ?? [])].filter(shown);
    const move = (by: 1 | -1): boolean => {
      const links = find<HTMLAnchorElement>("[data-queue] a[data-line]");
      const at = links.findIndex((link) => link.getAttribute("aria-current") === "true");
      const link = links[at === -1 ? 0 : at + by];
      link?.focus();
      link?.click();
      return link !== undefined;
    };
    const take = (): boolean => {
      const first = find<HTMLElement>("[data-decision]")[0];
      const form = first?.querySelector("form");
      if (!first || !form) return false;
      const field = wanted(form);
      if (!field) form.requestSubmit();
      else {
        const folded = field.closest("details");
        if (folded) folded.open = true;
        field.scrollIntoView({ block: "center" });
        field.focus();
        say(words.asks);
      }
      return true;
    };
    const press = (what: string): boolean => {
      const button = find<HTMLButtonElement>(what).at(-1);
      button?.click();
      return button !== undefined;
    };
    const doing: Record<string, () => boolean> = {
      keyj: () => move(1),
      keyk: () => move(-1),
      keys: () => open(find<HTMLDetailsElement>("details[data-split]")[0], "input[data-part]"),
      keyd: () => open(find<HTMLDetailsElement>("details[data-decline]")[0], "textarea"),
      keyu: () => {
        const pressed = press("[data-undo] button[aria-haspopup=dialog]");
        room.current?.querySelector<HTMLElement>("dialog[open] textarea")?.focus();
        return pressed;
      },
    };
    const onKey = (event: KeyboardEvent) => {
      const on = event.target instanceof Element ? event.target : null;
      if (event.key === "Enter" && (event.ctrlKey || event.metaKey) && on?.matches("textarea"))
        return on.closest("form")?.requestSubmit();
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (on?.matches(TYPING)) return;
      const help = event.key === "?" || (event.code === "Slash" && event.shiftKey);
      // Enter on a button or a link is theirs; on the queue's own line it is the decision.
      const free = on === document.body || on?.matches("[data-queue] a[aria-current=true]");
      const done = help
        ? showKeys
        : event.key === "Enter"
          ? free && take
          : !event.shiftKey && doing[event.code.toLowerCase()];
      if (!done) return;
      event.preventDefault();
      if (!done()) say(words.nothing);
    };
    addEventListener("keydown", onKey);
    return () => removeEventListener("keydown", onKey);
  }, [words]);

  return (
    <div ref={room} className="contents">
      <p className="sr-only" aria-live="polite">
        {answer || said}
      </p>
      {children}
    </div>
  );
}
