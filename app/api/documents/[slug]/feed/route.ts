import { editionsOf, sellerOn, today } from "#/app/(public)/_data/library.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { atomFeed } from "#/lib/editions/atom.ts";
import { editionLinks } from "#/lib/editions/edition-json.ts";
import { env } from "#/lib/env.ts";
import { translator } from "#/lib/messages/messages.ts";
import { forNow, noDocument } from "../../_published.ts";

type Context = { params: Promise<{ slug: string }> };

/** What was published of one document, for whoever follows it with a reader of feeds. In Russian, as the documents are. */
export async function GET(request: Request, { params }: Context): Promise<Response> {
  const { slug } = await params;
  const [editions, seller] = await Promise.all([editionsOf(slug), today().then(sellerOn)]);
  const [newest] = editions;
  if (!newest) return noDocument();
  const { PUBLIC_ORIGIN: origin } = env();
  const t = translator("ru", "library");
  const feed = atomFeed({
    self: `${origin}/api/documents/${slug}/feed`,
    page: `${origin}/documents/${slug}`,
    title: t("feed.title", { title: newest.title }),
    author: seller?.shortName ?? new URL(origin).host,
    language: "ru",
    entries: editions.map((edition) => {
      const { html, pdf } = editionLinks(edition, origin);
      const { number, title, publishedOn, inForceFrom, sha256 } = edition;
      const words = { number, title, date: formatDay(inForceFrom), published: formatDay(publishedOn), sha256 };
      return { address: html, pdf, publishedOn, title: t("feed.entry", words), summary: t("feed.summary", words) };
    }),
  });
  return forNow(request, feed, "application/atom+xml; charset=utf-8");
}
