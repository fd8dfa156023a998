import "server-only";

import type { FileRow } from "#/db/queries/files.ts";

/**
 * A file as a download that nothing can run in: never shown in our origin, never kept by a shared cache. The name travels as
 * RFC 5987 says, with an ASCII shadow for old programs.
 */
export function fileResponse(file: Pick<FileRow, "name" | "mediaType">, bytes: Uint8Array): Response {
  return new Response(Buffer.from(bytes), {
    headers: {
      "content-type": file.mediaType,
      "content-length": String(bytes.byteLength),
      "content-disposition": contentDisposition(file.name),
      "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
      "x-content-type-options": "nosniff",
      "cache-control": "private, no-store",
    },
  });
}

export function contentDisposition(name: string): string {
  const shadow = name.replace(/[^\x20-\x7E]|["\\%/]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${shadow}"; filename*=UTF-8''${encoded}`;
}
