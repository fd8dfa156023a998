type Named = { slug: string; number: number };

/** The permanent address of an edition, which outlives its time in force. */
export const editionHref = ({ slug, number }: Named): string => `/documents/${slug}/${number}`;

export const pdfHref = ({ slug, number }: Named): string => `/api/documents/${slug}/${number}/pdf`;

/** A number in an address: "1", never "01", "1.0" or "one"; null for those. */
export const editionNumber = (text: string): number | null => (/^[1-9]\d{0,3}$/.test(text) ? Number(text) : null);
