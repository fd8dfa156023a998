import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { DiffView } from "#/components/document/diff-view.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { diffPrices } from "#/lib/editions/diff/diff-prices.ts";
import { sentenceOf } from "#/lib/editions/diff/sentence.ts";
import { isEmpty } from "#/lib/editions/diff/summary.ts";
import { translator } from "#/lib/messages/messages.ts";
import { editionHref } from "../../../../../_data/addresses.ts";
import type { Published } from "../../../../../_data/library.ts";
import { pageMetadata } from "../../../../../_data/page-metadata.ts";
import { compared } from "../_compared.ts";
import { ImpactOnContracts } from "../_impact.tsx";
import { PriceChanges } from "../_prices.tsx";

type Props = { params: Promise<{ slug: string; edition: string; other: string }> };

const load = async (params: Props["params"]) => {
  const { slug, edition, other } = await params;
  return compared(slug, edition, other);
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const [both, locale] = await Promise.all([load(params), requestLocale()]);
  if (!both) return {};
  const { old, fresh } = both;
  const t = translator(locale, "diff");
  const numbers = { title: fresh.title, old: old.edition.number, new: fresh.edition.number };
  const path = `${editionHref(fresh.edition)}/diff/${old.edition.number}`;
  return pageMetadata({ locale, title: t("page.title", numbers), description: t("page.description", numbers), path });
}

/** What changed between two editions of a document, for everybody; for a customer also what it means for the own contracts. */
export default async function DiffPage({ params }: Props) {
  const [both, locale] = await Promise.all([load(params), requestLocale()]);
  if (!both) notFound();
  const { old, fresh, diff } = both;
  const t = translator(locale, "diff");
  // A price list says the most in its prices.
  const prices = diffPrices(old.edition.prices, fresh.edition.prices).some(({ was, now }) => was !== now);
  const sentence = prices && isEmpty(diff) ? t("page.pricesOnly") : sentenceOf(diff, locale);
  const edition = ({ edition: one }: Published) => (
    <a className="link" href={editionHref(one)}>
      {t("page.edition", { number: one.number, date: formatDay(one.inForceFrom) })}
    </a>
  );
  return (
    <article>
      <PageHead
        title={t("page.heading")}
        above={
          <a className="link no-print text-sm" href={`/documents/${fresh.edition.slug}`} lang={fresh.edition.language}>
            {fresh.title}
          </a>
        }
        lead={
          <p className="num whitespace-normal!">
            {edition(old)} → {edition(fresh)}
          </p>
        }
      />
      <p className="mt-6 max-w-measure text-lg">{sentence}</p>
      <div className="mt-6 grid gap-8">
        <ImpactOnContracts locale={locale} compared={both} />
        <PriceChanges locale={locale} compared={both} />
      </div>
      <DiffView diff={diff} locale={locale} language={fresh.edition.language} />
    </article>
  );
}
