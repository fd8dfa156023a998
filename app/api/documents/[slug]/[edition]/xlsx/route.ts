import { pricesXlsx } from "#/lib/price-list/table.ts";
import { type EditionContext, forEver, noDocument, publishedAt } from "../../../_published.ts";

/** The rows of a price list as a table; another document has none. */
export async function GET(request: Request, context: EditionContext): Promise<Response> {
  const published = await publishedAt(context);
  if (published?.edition.kind !== "price-list") return noDocument();
  const body = await pricesXlsx(published.edition);
  return forEver(request, published, {
    body,
    type: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    extension: "xlsx",
  });
}
