import { editionNumber } from "#/app/(public)/_data/addresses.ts";
import { numbered } from "#/app/(public)/_data/library.ts";
import { editionPdf } from "#/app/(public)/_data/pdf.ts";

type Context = { params: Promise<{ slug: string; edition: string }> };

/** A published edition as a file: public, the same bytes at every call. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug, edition } = await params;
  const number = editionNumber(edition);
  const published = number === null ? null : await numbered(slug, number);
  const pdf = published && (await editionPdf(published));
  if (!pdf) return new Response("Not found\n", { status: 404, headers: { "cache-control": "no-store" } });
  const headers = {
    etag: `"${pdf.sha256}"`,
    "cache-control": "public, max-age=300",
    "content-type": "application/pdf",
    "content-disposition": `attachment; filename="${slug}-${number}.pdf"`,
    link: `</documents/${slug}/${number}>; rel="canonical"`,
  };
  if (request.headers.get("if-none-match")?.includes(headers.etag)) return new Response(null, { status: 304, headers });
  return new Response(Buffer.from(pdf.bytes), { headers });
}
