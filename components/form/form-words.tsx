"use client";

import { createContext, type ReactNode, use } from "react";

import type ruForm from "#/lib/messages/ru/form.json";

/**
 * The dozen fixed words that controls of a form show before anything went wrong. They come once from the root layout, as
 * plain strings: 0.4 KB in place of the 20 KB gz of use-intl. Sentences of refusals, which need ICU, are fetched on
 * the first touch of a form (use-action-form.ts).
 */
export type FormWords = typeof ruForm;

const Words = createContext<FormWords | null>(null);

export function FormWordsProvider({ words, children }: { words: FormWords; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

export function useFormWords(): FormWords {
  const words = use(Words);
  if (!words) throw new Error("FormWordsProvider is missing: it stands in app/layout.tsx");
  return words;
}
