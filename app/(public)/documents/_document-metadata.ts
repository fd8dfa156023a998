import type { Metadata } from "next";

import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { termsHref } from "#/lib/terms/addresses.ts";
import type { TermsDocument } from "#/lib/terms/documents.ts";
import { editionName } from "#/lib/terms/words.ts";
import { feedHref } from "../_data/addresses.ts";
import type { Published } from "../_data/library.ts";
import { pageMetadata } from "../_data/page-metadata.ts";

export function documentMetadata(locale: Locale, { title, edition }: Published, path: string): Metadata {
  const { number, subtitle, inForceFrom } = edition;
  const full = subtitle ? `${title}. ${subtitle}` : title;
  const description = translator(locale, "public")("document.description", {
    title: full,
    number,
    date: formatDay(inForceFrom),
  });
  const metadata = pageMetadata({ locale, title, description, path });
  return {
    ...metadata,
    alternates: { ...metadata.alternates, types: { "application/atom+xml": feedHref(edition.slug) } },
  };
}

export function termsMetadata(locale: Locale, document: TermsDocument): Metadata {
  const title = editionName(document);
  const description = translator(locale, "library")("facts.description", { title });
  return pageMetadata({ locale, title, description, path: termsHref(document) });
}
