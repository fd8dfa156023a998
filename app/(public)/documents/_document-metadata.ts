import type { Metadata } from "next";

import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
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
  return pageMetadata({ locale, title, description, path });
}
