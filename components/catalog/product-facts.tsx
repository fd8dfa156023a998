import type { ReactNode } from "react";

import { KeyValue } from "#/components/ui/key-value.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { coversBelarus, licenceOf, supportByLicence } from "#/lib/catalog/covers-belarus.ts";
import type { ProductCard } from "#/lib/catalog/product.ts";
import { countryName } from "#/lib/catalog/territory.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { factHref, termsHref } from "#/lib/terms/addresses.ts";
import type { Citation } from "#/lib/terms/governed-by.ts";
import { citeWords, editionName, factWords } from "#/lib/terms/words.ts";
import { IncludedMark } from "./product-marks.tsx";

/** Everything that is known of a product, and in words what is not. */
export function ProductFacts({ locale, product, on }: { locale: Locale; product: ProductCard; on: Day }) {
  const t = translator(locale, "catalog");
  const licence = licenceOf(product, on);
  const { source } = coversBelarus(product, on);
  const support = supportByLicence(product, on);
  return (
    <KeyValue
      pairs={[
        { key: t("product.vendor"), value: product.vendor },
        { key: t("product.category"), value: product.category },
        {
          key: t("product.data"),
          value:
            product.dataAccessed.length > 0 ? (
              <ul>
                {product.dataAccessed.map((item) => (
                  <li key={item}>{item}</li>
                ))}
              </ul>
            ) : (
              <Unknown>{t("product.dataUnknown")}</Unknown>
            ),
        },
        {
          key: t("product.licence"),
          value: licence ? (
            <a className="link" href={termsHref(licence)}>
              {editionName(licence)}
            </a>
          ) : (
            <Unknown>{t("product.noLicence")}</Unknown>
          ),
        },
        product.addendum !== null && { key: t("product.addendum"), value: product.addendum },
        {
          key: t("product.territory"),
          value: product.territory ? (
            product.territory.map((code) => countryName(code, locale)).join(", ")
          ) : source ? (
            <Cited locale={locale} source={source} />
          ) : (
            <Unknown>{t("product.territoryUnknown")}</Unknown>
          ),
        },
        { key: t("product.included"), value: <IncludedMark locale={locale} included={product.included} /> },
        {
          key: t("product.support"),
          value: product.supportContact ? (
            <Contact>{product.supportContact}</Contact>
          ) : (
            <Unknown>{t("product.supportUnknown")}</Unknown>
          ),
        },
        {
          key: t("product.supportTerm"),
          value: product.supportDays ? (
            t("product.supportDays", { days: product.supportDays })
          ) : support ? (
            <Cited locale={locale} source={support} />
          ) : (
            <Unknown>{t("product.supportTermUnknown")}</Unknown>
          ),
        },
        product.sourceUrl !== null && {
          key: t("product.source"),
          value: <Contact>{product.sourceUrl}</Contact>,
        },
      ]}
    />
  );
}

const Unknown = ({ children }: { children: ReactNode }) => <span className="text-muted">{children}</span>;

function Cited({ locale, source }: { locale: Locale; source: Citation }) {
  return (
    <>
      {factWords(source.fact, locale)}{" "}
      <a className="link" href={factHref(source.document, source.fact)}>
        {citeWords(source, locale)}
      </a>
    </>
  );
}

/** A page or a mailbox can be pressed; anything else is shown as it was entered. */
function Contact({ children }: { children: string }) {
  const href = /^https?:\/\//.test(children)
    ? children
    : /^[^\s@]+@[^\s@]+$/.test(children)
      ? `mailto:${children}`
      : null;
  if (!href) return <span className="break-words">{children}</span>;
  return (
    <a className="link break-all" href={href} rel="nofollow noreferrer">
      {children}
    </a>
  );
}
