"use client";

import "./globals.css";

import { Accident } from "#/components/layout/accident.tsx";
import { defaultLocale } from "#/lib/messages/locales.ts";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** The root layout itself failed: a page of its own, in the language of the offer. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang={defaultLocale}>
      <body className="font-sans">
        <Accident locale={defaultLocale} digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
