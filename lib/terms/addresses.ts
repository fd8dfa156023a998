import { type Fact, OFFER, type TermsDocument } from "./documents.ts";

/** The page with the facts of one edition; the offer's is its own text. */
export const termsHref = (document: TermsDocument): string =>
  document === OFFER ? `/documents/${document.slug}` : `/documents/${document.slug}/${document.edition}`;

/** A fact where it stands, by its first clause. */
export const factHref = (document: TermsDocument, { clauses: [clause] }: Fact): string =>
  `${termsHref(document)}#${clause}`;
