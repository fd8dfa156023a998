type Named = { slug: string; number: number };

/** The permanent address of an edition, which outlives its time in force. */
export const editionHref = ({ slug, number }: Named): string => `/documents/${slug}/${number}`;

export const pdfHref = ({ slug, number }: Named): string => `/api/documents/${slug}/${number}/pdf`;

/** The other forms of an edition: canonical text, data, and the rows of a price list. */
export const fileHref = ({ slug, number }: Named, format: "json" | "text" | "csv" | "xlsx"): string =>
  `/api/documents/${slug}/${number}/${format}`;

/** What was published of a document, for readers of feeds. */
export const feedHref = (slug: string): string => `/api/documents/${slug}/feed`;

/** A number in an address: "1", never "01", "1.0" or "one"; null for those. */
export const editionNumber = (text: string): number | null => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : null);
