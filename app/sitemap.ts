import type { MetadataRoute } from "next";
import { editionHref } from "#/app/(public)/_data/addresses.ts";
import { listed, shelf, today } from "#/app/(public)/_data/library.ts";
import { env } from "#/lib/env.ts";

export const dynamic = "force-dynamic";

/** Public pages, every document, and the editions that have an address of their own (the one in force is the document). */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { PUBLIC_ORIGIN: origin } = env();
  const [documents, editions] = await Promise.all([today().then(shelf), listed()]);
  const current = new Set(documents.filter((one) => one.current).map(editionHref));
  const page = (path: string, lastModified?: string) => ({
    url: `${origin}${path}`,
    ...(lastModified && { lastModified }),
  });
  return [
    page("/"),
    page("/documents"),
    page("/help"),
    page("/dates"),
    page("/evidence"),
    ...documents.filter((one) => one.current).map(({ slug, inForceFrom }) => page(`/documents/${slug}`, inForceFrom)),
    ...editions.filter((one) => !current.has(editionHref(one))).map((one) => page(editionHref(one), one.publishedOn)),
  ];
}
