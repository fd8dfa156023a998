import { shelf, today } from "#/app/(public)/_data/library.ts";
import { editionEntry } from "#/lib/editions/edition-json.ts";
import { env } from "#/lib/env.ts";
import { forNow } from "./_published.ts";

/** The library for programs: every document, what is in force today, what comes next, all editions with hashes and addresses. */
export async function GET(request: Request): Promise<Response> {
  const { PUBLIC_ORIGIN: origin } = env();
  const on = await today();
  const documents = (await shelf(on)).map(({ slug, kind, language, current, next, editions }) => ({
    ...{ document: slug, kind, language },
    inForce: current?.number ?? null,
    next: next && { number: next.number, inForceFrom: next.inForceFrom },
    links: { html: `${origin}/documents/${slug}`, atom: `${origin}/api/documents/${slug}/feed` },
    editions: editions.map((edition) => editionEntry(edition, origin)),
  }));
  return forNow(request, `${JSON.stringify({ on, documents }, null, 2)}\n`, "application/json; charset=utf-8");
}
