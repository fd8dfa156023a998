/** Why a page waits for a person; `refused` carries the code of the step that did not take it. */
export const PAGE_TROUBLES = ["unreadable", "foreign", "twice", "incomplete", "refused"] as const;
export type PageTrouble = (typeof PAGE_TROUBLES)[number];
