import type { ProductCard } from "#/lib/catalog/product.ts";
import type { PriceRow } from "#/lib/editions/edition.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { toDecimal } from "#/lib/money/kopecks.ts";

/** The seller as schema.org knows one: what clause 7.2 publishes and no more. */
export const organisation = (seller: SellerRequisites, origin: string) => ({
  "@type": "Organization",
  "@id": `${origin}/#seller`,
  name: seller.shortName,
  legalName: seller.name,
  taxID: seller.unp,
  url: origin,
  telephone: seller.phone,
  email: seller.emails.general,
  address: { "@type": "PostalAddress", addressCountry: "BY", streetAddress: seller.legalAddress },
  contactPoint: [
    { "@type": "ContactPoint", contactType: "sales", email: seller.emails.sales, telephone: seller.phone },
    { "@type": "ContactPoint", contactType: "billing support", email: seller.emails.accounting },
  ],
});

/** The certificate with an offer for each period; sums are gross, in BYN. */
export const certificate = (
  prices: readonly PriceRow[],
  words: { name: string; description: string },
  origin: string,
) => ({
  "@type": "Product",
  ...words,
  offers: prices.map(({ amount, months }) => ({
    "@type": "Offer",
    price: toDecimal(amount),
    priceCurrency: "BYN",
    availability: "https://schema.org/InStock",
    areaServed: "BY",
    seller: { "@id": `${origin}/#seller` },
    url: `${origin}/documents/price-list`,
    eligibleDuration: { "@type": "QuantitativeValue", value: months, unitCode: "MON" },
  })),
});

/** A product of the catalogue as its vendor's program; who sells it, and for how much, is not ours to say. */
export const software = ({ slug, name, what, category, vendor, sourceUrl }: ProductCard, origin: string) => ({
  "@type": "SoftwareApplication",
  "@id": `${origin}/catalog/${slug}`,
  name,
  description: what,
  applicationCategory: category,
  operatingSystem: "Bitrix24",
  author: { "@type": "Organization", name: vendor },
  ...(sourceUrl && { sameAs: sourceUrl }),
});
