import "./globals.css";

import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { FormWordsProvider } from "#/components/form/form-words.tsx";
import { localeOr, rooms } from "#/lib/messages/messages.ts";
import { fonts } from "./fonts.ts";

export const metadata: Metadata = {
  title: { default: "smart-cg — Маркет Плюс", template: "%s — smart-cg" },
  icons: { icon: { url: "/favicon.svg", type: "image/svg+xml" } },
};

export const viewport: Viewport = {
  colorScheme: "light dark",
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#fcfcfa" },
    { media: "(prefers-color-scheme: dark)", color: "#111616" },
  ],
};

const THEMES: readonly (string | null)[] = ["light", "dark"];

/**
 * The proxy resolves language and theme (account, cookie, default) into request headers, so that this layout reads no
 * cookie and the front may cache a public page per language. Without `x-theme` the system's own preference decides.
 */
export default async function RootLayout({ children }: { children: ReactNode }) {
  const asked = await headers();
  const locale = localeOr(asked.get("x-locale"));
  const theme = asked.get("x-theme");
  return (
    <html lang={locale} className={fonts} data-theme={THEMES.includes(theme) ? theme : undefined}>
      <body className="font-sans">
        <FormWordsProvider words={rooms.form[locale]}>{children}</FormWordsProvider>
      </body>
    </html>
  );
}
