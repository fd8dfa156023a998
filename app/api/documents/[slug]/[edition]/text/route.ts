import { canonicalText } from "#/lib/editions/canonical.ts";
import { type EditionContext, forEver, noDocument, publishedAt } from "../../../_published.ts";

/** The canonical text of an edition: exactly the bytes whose sha256 was published and is pinned to acceptances (6.7). */
export async function GET(request: Request, context: EditionContext): Promise<Response> {
  const published = await publishedAt(context);
  if (!published) return noDocument();
  const { text, prices } = published.edition;
  const body = canonicalText(text, prices);
  return forEver(request, published, { body, type: "text/plain; charset=utf-8", extension: "txt" });
}
