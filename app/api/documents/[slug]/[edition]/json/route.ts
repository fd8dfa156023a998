import { editionJson } from "#/lib/editions/edition-json.ts";
import { env } from "#/lib/env.ts";
import { type EditionContext, forEver, noDocument, publishedAt } from "../../../_published.ts";

/** A published edition as data: facts, clauses with their addresses, prices. */
export async function GET(request: Request, context: EditionContext): Promise<Response> {
  const published = await publishedAt(context);
  if (!published) return noDocument();
  const body = `${JSON.stringify(editionJson(published, env().PUBLIC_ORIGIN), null, 2)}\n`;
  return forEver(request, published, { body, type: "application/json; charset=utf-8", extension: "json" });
}
