import type { MetadataRoute } from "next";
import { editionHref } from "#/app/(public)/_data/addresses.ts";
import { catalog } from "#/app/(public)/_data/catalog.ts";
import { listed, shelf, today } from "#/app/(public)/_data/library.ts";
import { env } from "#/lib/env.ts";
import { termsHref } from "#/lib/terms/addresses.ts";
import { TERMS } from "#/lib/terms/documents.ts";

export const dynamic = "force-dynamic";

/** Public pages, real products of the catalogue, every document, and the editions that have an address of their own (the one in force is the document). */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  const { PUBLIC_ORIGIN: origin } = env();
  const [documents, editions, products] = await Promise.all([today().then(shelf), listed(), catalog()]);
  const inForce = documents.flatMap(({ current }) => current ?? []);
  const current = new Set(inForce.map(editionHref));
  const terms = TERMS.filter(({ slug }) => !documents.some((one) => one.slug === slug));
  const page = (path: string, lastModified?: string) => ({
    url: `${origin}${path}`,
    ...(lastModified && { lastModified }),
  });
  return [
    page("/"),
    page("/documents"),
    page("/documents/compare"),
    page("/catalog"),
    page("/check"),
    page("/help"),
    page("/dates"),
    page("/evidence"),
    page("/verify"),
    ...inForce.map(({ slug, inForceFrom }) => page(`/documents/${slug}`, inForceFrom)),
    ...editions.filter((one) => !current.has(editionHref(one))).map((one) => page(editionHref(one), one.publishedOn)),
    ...terms.map((one) => page(termsHref(one))),
    ...products
      .filter(({ product }) => !product.example)
      .map(({ product }) => page(`/catalog/${product.slug}`, product.changedAt.toISOString())),
  ];
}
