import "server-only";

import type { FileRow } from "#/db/queries/files.ts";

/**
 * A file as a download that nothing can run in: never shown in our origin, never kept by a shared cache. The name travels as
 * RFC 5987 says, with an ASCII shadow for old programs.
 */
export function fileResponse(file: Pick<FileRow, "name" | "mediaType">, bytes: Uint8Array): Response {
  return new Response(Buffer.from(bytes), {
    headers: { ...headersOf(file), "content-length": String(bytes.byteLength) },
  });
}

/** The same where the length is not known before the end; what fails on the way breaks the download off. */
export function streamResponse(file: Pick<FileRow, "name" | "mediaType">, bytes: AsyncIterable<Uint8Array>): Response {
  const reading = bytes[Symbol.asyncIterator]();
  const body = new ReadableStream({
    async pull(controller) {
      const { done, value } = await reading.next();
      if (done) controller.close();
      else controller.enqueue(value);
    },
    async cancel() {
      await reading.return?.();
    },
  });
  return new Response(body, { headers: headersOf(file) });
}

const headersOf = ({ name, mediaType }: Pick<FileRow, "name" | "mediaType">) => ({
  "content-type": mediaType,
  "content-disposition": contentDisposition(name),
  "content-security-policy": "default-src 'none'; frame-ancestors 'none'; sandbox",
  "x-content-type-options": "nosniff",
  "cache-control": "private, no-store",
});

export function contentDisposition(name: string): string {
  const shadow = name.replace(/[^\x20-\x7E]|["\\%/]/g, "_");
  const encoded = encodeURIComponent(name.toWellFormed()).replace(
    /['()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
  return `attachment; filename="${shadow}"; filename*=UTF-8''${encoded}`;
}
