import type { Metadata } from "next";

import type { Locale } from "#/lib/messages/locales.ts";

const OPEN_GRAPH: Record<Locale, string> = { ru: "ru_BY", be: "be_BY", en: "en_GB" };

type Facts = { locale: Locale; title: string; description: string; path: string };

/** Title, description, the one address of a page, and the same for those who share it. */
export const pageMetadata = ({ locale, title, description, path }: Facts): Metadata => ({
  title,
  description,
  alternates: { canonical: path },
  openGraph: { type: "website", siteName: "smart-cg", locale: OPEN_GRAPH[locale], title, description, url: path },
});
