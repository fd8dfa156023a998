import { pricesCsv } from "#/lib/price-list/table.ts";
import { type EditionContext, forEver, noDocument, publishedAt } from "../../../_published.ts";

/** The rows of a price list as a table; another document has none. */
export async function GET(request: Request, context: EditionContext): Promise<Response> {
  const published = await publishedAt(context);
  if (published?.edition.kind !== "price-list") return noDocument();
  const body = pricesCsv(published.edition);
  return forEver(request, published, { body, type: "text/csv; charset=utf-8", extension: "csv" });
}
