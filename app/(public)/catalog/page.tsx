import type { Metadata } from "next";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { CatalogFilters } from "#/components/catalog/catalog-filters.tsx";
import { ProductList } from "#/components/catalog/product-list.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { choicesOf, findProducts, queryHref, readQuery } from "#/lib/catalog/query.ts";
import { translator } from "#/lib/messages/messages.ts";
import { catalog } from "../_data/catalog.ts";
import { today } from "../_data/library.ts";
import { pageMetadata } from "../_data/page-metadata.ts";
import { Pages } from "./_pages.tsx";

const PATH = "/catalog";
/** Clause 1.3: where the operator keeps the catalogue. */
const OPERATOR = "https://www.bitrix24.by/apps/?filter_plus=Y&bitrix24_subscription=Y";

export async function generateMetadata(): Promise<Metadata> {
  const locale = await requestLocale();
  const t = translator(locale, "catalog");
  return pageMetadata({ locale, title: t("title"), description: t("description"), path: PATH });
}

type Query = Promise<Record<string, string | string[] | undefined>>;

/** Products of the catalogue (1.3, 1.4) as the seller knows them: found by words and filters, a page at a time. */
export default async function CatalogPage({ searchParams }: { searchParams: Query }) {
  const [locale, on, sent, products] = await Promise.all([requestLocale(), today(), searchParams, catalog()]);
  const t = translator(locale, "catalog");
  const query = readQuery(sent);
  const { total, page, pages, rows } = findProducts(products, query, on);
  const pageHref = (number: number) => queryHref(PATH, { ...query, page: number });
  return (
    <>
      <PageHead title={t("title")} lead={<p className="max-w-measure">{t("lead")}</p>} />
      {products.length === 0 ? (
        <EmptyState title={t("list.empty")}>{t("list.emptyText")}</EmptyState>
      ) : (
        <>
          <CatalogFilters {...{ locale, query }} {...choicesOf(products.map(({ product }) => product))} />
          <p className="my-6 text-muted" role="status">
            {t("list.count", { count: total })}
            {pages > 1 && `, ${t("list.page", { page, pages })}`}
          </p>
          {rows.length > 0 ? (
            <ProductList {...{ locale, on }} products={rows} />
          ) : (
            <EmptyState title={t("list.nothing")}>{t("list.nothingText")}</EmptyState>
          )}
          <Pages
            locale={locale}
            previous={page > 1 ? pageHref(page - 1) : null}
            next={page < pages ? pageHref(page + 1) : null}
          />
        </>
      )}
      <p className="mt-8 text-muted text-sm">
        {t("list.notAll")}{" "}
        <a className="link" href={OPERATOR} rel="noreferrer">
          {t("list.operator")}
        </a>
      </p>
    </>
  );
}
