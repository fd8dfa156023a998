import type { Metadata, Route } from "next";
import { notFound, permanentRedirect } from "next/navigation";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { translator } from "#/lib/messages/messages.ts";
import { editionHref, editionNumber } from "../../_data/addresses.ts";
import { editionsOf, inForce, today } from "../../_data/library.ts";
import { documentMetadata } from "../_document-metadata.ts";
import { DocumentView } from "../_document-view.tsx";
import { Editions } from "../_editions.tsx";

type Props = {
  params: Promise<{ slug: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { slug } = await params;
  const published = await inForce(slug, await today());
  return published ? documentMetadata(await requestLocale(), published, `/documents/${slug}`) : {};
}

/** A document as it is in force today. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const [{ slug }, { edition }, locale, on] = await Promise.all([params, searchParams, requestLocale(), today()]);
  const number = typeof edition === "string" ? editionNumber(edition) : null;
  if (number !== null) permanentRedirect(editionHref({ slug, number }) as Route);

  const [published, editions] = await Promise.all([inForce(slug, on), editionsOf(slug)]);
  if (published) return <DocumentView locale={locale} published={published} on={on} />;
  if (editions.length === 0) notFound();
  const t = translator(locale, "public");
  return (
    <>
      <PageHead title={editions[0]?.title} />
      <EmptyState title={t("document.noneInForce")}>{t("document.noneInForceText")}</EmptyState>
      <Editions locale={locale} editions={editions} inForce={null} />
    </>
  );
}
