/** The languages that a primary document may be written in (law 57-З art. 10 p. 2). A party chooses the one of its papers. */
export const PAPER_LANGUAGES = ["ru", "be"] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];
