"use client";

import { Accident } from "#/components/layout/accident.tsx";
import be from "#/lib/messages/be/accident.json";
import en from "#/lib/messages/en/accident.json";
import { localeOr } from "#/lib/messages/locales.ts";
import ru from "#/lib/messages/ru/accident.json";

const WORDS = { ru, be, en };

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Drawn in the browser only, so the language of the page can be read from the page. */
export default function PageError({ error, retry }: Props) {
  const locale = localeOr(typeof document === "undefined" ? null : document.documentElement.lang);
  return <Accident words={WORDS[locale]} digest={error.digest} retry={retry} />;
}
