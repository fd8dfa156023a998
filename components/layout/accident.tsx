"use client";

import be from "#/lib/messages/be/accident.json";
import en from "#/lib/messages/en/accident.json";
import type { Locale } from "#/lib/messages/locales.ts";
import ru from "#/lib/messages/ru/accident.json";
import { Button } from "../ui/button.tsx";

const WORDS: Record<Locale, typeof ru> = { ru, be, en };

/** What is said when a page could not be made. Words without a translator: this must work when little else does. */
export function Accident({ locale, digest, retry }: { locale: Locale; digest?: string; retry: () => void }) {
  const words = WORDS[locale];
  return (
    <main className="wrap py-16">
      <h1>{words.title}</h1>
      <p className="mt-3 mb-6 max-w-measure">{words.text}</p>
      <Button onClick={retry}>{words.retry}</Button>
      {digest && <p className="mt-6 text-muted text-sm">{words.code.replace("{code}", digest)}</p>}
    </main>
  );
}
