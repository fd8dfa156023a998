import type { Metadata, Route } from "next";
import { notFound, permanentRedirect, redirect } from "next/navigation";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { AsOfForm } from "#/components/document/as-of-form.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { termsHref } from "#/lib/terms/addresses.ts";
import { termsInForce } from "#/lib/terms/documents.ts";
import { editionHref, editionNumber } from "../../_data/addresses.ts";
import { asOf } from "../../_data/as-of.ts";
import { editionsOf, inForce, today } from "../../_data/library.ts";
import { AsOfNotice } from "../_as-of-notice.tsx";
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

/** A document as it is in force today, or as it was on another day. */
export default async function DocumentPage({ params, searchParams }: Props) {
  const [{ slug }, { edition, on: typed }, locale, on] = await Promise.all([
    params,
    searchParams,
    requestLocale(),
    today(),
  ]);
  const number = typeof edition === "string" ? editionNumber(edition) : null;
  if (number !== null) permanentRedirect(editionHref({ slug, number }) as Route);

  const asked = asOf(typed, on);
  const [published, editions] = await Promise.all([inForce(slug, asked.day), editionsOf(slug)]);
  if (published) return <DocumentView {...{ locale, published, on }} asOf={asked} />;
  const terms = editions.length === 0 && termsInForce(slug, asked.day);
  if (terms) redirect(termsHref(terms) as Route);
  if (editions.length === 0) notFound();
  const t = translator(locale, "public");
  const first = editions.at(-1)!;
  return (
    <>
      <PageHead title={editions[0]?.title} />
      <div className="mb-8 grid max-w-[52rem] gap-4">
        <AsOfForm locale={locale} action={`/documents/${slug}`} day={asked.day} />
        {asked.wrong !== null && <AsOfNotice {...{ locale, asOf: asked, today: on }} path={`/documents/${slug}`} />}
      </div>
      <EmptyState title={t("document.noneInForce")}>
        {asked.asked
          ? translator(locale, "library")("asOf.before", { date: formatDay(first.inForceFrom) })
          : t("document.noneInForceText")}
      </EmptyState>
      <Editions locale={locale} editions={editions} inForce={null} />
    </>
  );
}
