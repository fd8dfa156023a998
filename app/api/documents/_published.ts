import { createHash } from "node:crypto";

import { editionHref, editionNumber } from "#/app/(public)/_data/addresses.ts";
import { numbered, type Published } from "#/app/(public)/_data/library.ts";

export type EditionContext = { params: Promise<{ slug: string; edition: string }> };

/** The edition that an address names; null for a wrong one. */
export async function publishedAt({ params }: EditionContext): Promise<Published | null> {
  const { slug, edition } = await params;
  const number = editionNumber(edition);
  return number === null ? null : numbered(slug, number);
}

export const noDocument = (): Response =>
  new Response("Not found\n", { status: 404, headers: { "cache-control": "no-store" } });

type File = { body: string | Uint8Array; type: string; extension: string };

/** A format of an edition that never changes: kept for ever by whoever likes; saved under the edition's own name. */
export function forEver(request: Request, { edition }: Published, { body, type, extension }: File): Response {
  return answered(request, body, {
    "cache-control": "public, max-age=31536000, immutable",
    "content-type": type,
    "content-disposition": `attachment; filename="${edition.slug}-${edition.number}.${extension}"`,
    link: `<${editionHref({ slug: edition.slug, number: edition.number })}>; rel="canonical"`,
  });
}

/** A list that grows: asked again after five minutes, answered with nothing where it is the same. */
export const forNow = (request: Request, body: string, type: string): Response =>
  answered(request, body, { "cache-control": "public, max-age=300", "content-type": type });

function answered(request: Request, body: string | Uint8Array, headers: Record<string, string>): Response {
  const bytes = Buffer.from(body);
  const etag = `"${createHash("sha256").update(bytes).digest("hex")}"`;
  const all = { ...headers, etag };
  if (request.headers.get("if-none-match")?.includes(etag)) return new Response(null, { status: 304, headers: all });
  return new Response(bytes, { headers: all });
}
