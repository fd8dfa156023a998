import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { editionsOf, OFFER, type TermsDocument } from "#/lib/terms/documents.ts";
import { editionHref, editionNumber } from "../../../_data/addresses.ts";
import { inForce, numbered, today } from "../../../_data/library.ts";
import { documentMetadata, termsMetadata } from "../../_document-metadata.ts";
import { DocumentView } from "../../_document-view.tsx";
import { FactsView } from "../../_facts-view.tsx";

type Props = { params: Promise<{ slug: string; edition: string }> };

const load = async (params: Props["params"]) => {
  const { slug, edition } = await params;
  const number = editionNumber(edition);
  return number === null ? null : numbered(slug, number);
};

async function facts(params: Props["params"]): Promise<TermsDocument | null> {
  const { slug, edition } = await params;
  return editionsOf(slug).find((one) => one !== OFFER && one.edition === edition) ?? null;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [published, terms] = await Promise.all([load(params), facts(params)]);
  if (terms) return termsMetadata(await requestLocale(), terms);
  if (!published) return {};
  const { edition } = published;
  // The edition in force is read at the document's own address; this one is for quoting it for ever.
  const current = await inForce(edition.slug, await today());
  const path = current?.edition.number === edition.number ? `/documents/${edition.slug}` : editionHref(edition);
  return documentMetadata(await requestLocale(), published, path);
}

/** One edition at its permanent address, whether it is in force, was, or will be; others' documents by the date of the edition. */
export default async function EditionPage({ params }: Props) {
  const [published, terms, locale, on] = await Promise.all([load(params), facts(params), requestLocale(), today()]);
  if (terms) return <FactsView locale={locale} document={terms} on={on} />;
  if (!published) notFound();
  return <DocumentView locale={locale} published={published} on={on} />;
}
