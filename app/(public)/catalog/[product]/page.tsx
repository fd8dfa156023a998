import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { BelarusVerdict } from "#/components/catalog/belarus-verdict.tsx";
import { ProductFacts } from "#/components/catalog/product-facts.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { coversBelarus } from "#/lib/catalog/covers-belarus.ts";
import { env } from "#/lib/env.ts";
import { translator } from "#/lib/messages/messages.ts";
import { productAt } from "../../_data/catalog.ts";
import { software } from "../../_data/facts.ts";
import { JsonLd } from "../../_data/json-ld.tsx";
import { today } from "../../_data/library.ts";
import { pageMetadata } from "../../_data/page-metadata.ts";
import { HowToGet } from "./_how-to-get.tsx";

type Props = { params: Promise<{ product: string }> };

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const product = await productAt((await params).product);
  if (!product) return {};
  const { name, vendor, what, slug, example } = product;
  const locale = await requestLocale();
  const metadata = pageMetadata({ locale, title: `${name}, ${vendor}`, description: what, path: `/catalog/${slug}` });
  // Invented vendors are nothing for search engines.
  return example ? { ...metadata, robots: { index: false } } : metadata;
}

/** A product of the catalogue (1.4): whose it is, what it touches, and whether its licence covers Belarus, with the clause. */
export default async function ProductPage({ params }: Props) {
  const [locale, on, product] = await Promise.all([
    requestLocale(),
    today(),
    params.then((one) => productAt(one.product)),
  ]);
  if (!product) notFound();
  const t = translator(locale, "catalog");
  return (
    <article className="max-w-[52rem]">
      <PageHead
        above={
          <a className="link text-sm" href="/catalog">
            {t("product.back")}
          </a>
        }
        title={<span className="break-words">{product.name}</span>}
        lead={<p className="max-w-measure break-words">{product.what}</p>}
      />
      <div className="grid gap-8">
        {product.example && <Notice title={t("exampleTitle")}>{t("exampleText")}</Notice>}
        <BelarusVerdict locale={locale} answer={coversBelarus(product, on)} />
        <Section title={t("product.facts")}>
          <ProductFacts {...{ locale, product, on }} />
          <p className="mt-4 text-muted text-sm">
            {t("product.updated")} <DateText day={dayInMinsk(product.changedAt)} />
          </p>
        </Section>
        <Section title={t("product.how")}>
          <HowToGet locale={locale} included={product.included} />
        </Section>
      </div>
      {!product.example && <JsonLd data={software(product, env().PUBLIC_ORIGIN)} />}
    </article>
  );
}
