"use client";

import "./globals.css";

import { Accident } from "#/components/layout/accident.tsx";
import words from "#/lib/messages/ru/accident.json";

type Props = { error: Error & { digest?: string }; retry: () => void };

/** The root layout itself failed: a page of its own, in the language of the offer. */
export default function GlobalError({ error, retry }: Props) {
  return (
    <html lang="ru">
      <body className="font-sans">
        <Accident words={words} digest={error.digest} retry={retry} />
      </body>
    </html>
  );
}
