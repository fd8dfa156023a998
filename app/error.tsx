"use client";

import { Accident } from "#/components/layout/accident.tsx";
import { localeOr } from "#/lib/messages/locales.ts";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** Drawn in the browser only, so the language of the page can be read from the page. */
export default function PageError({ error, retry }: Props) {
  const locale = localeOr(typeof document === "undefined" ? null : document.documentElement.lang);
  return <Accident locale={locale} digest={error.digest} retry={retry} />;
}
