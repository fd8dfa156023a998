import type { allEditions } from "#/db/queries/documents.ts";
import type { allDocuments, DraftRow } from "#/db/queries/edition-drafts.ts";
import type { Day } from "#/lib/calendar/day.ts";

type Edition = Awaited<ReturnType<typeof allEditions>>[number];
type Document = Awaited<ReturnType<typeof allDocuments>>[number];

export type DeskRow = Pick<Document, "slug" | "kind"> & {
  language: Edition["language"] | null;
  title: string | null;
  current: Edition | null;
  next: Edition | null;
  drafts: DraftRow[];
};

/** One row for a document in a language, for a document without editions one by its drafts. */
export function deskRows(
  documents: readonly Document[],
  editions: readonly Edition[],
  drafts: readonly DraftRow[],
  today: Day,
): DeskRow[] {
  return documents.flatMap(({ slug, kind }): DeskRow[] => {
    const own = editions.filter((one) => one.slug === slug);
    const opened = drafts.filter((one) => one.slug === slug);
    const languages = [...new Set([...own, ...opened].map(({ language }) => language))];
    if (languages.length === 0)
      return [{ slug, kind, language: null, title: null, current: null, next: null, drafts: [] }];
    return languages.map((language) => {
      // Newest first: the first that has begun is in force, the last that has not is the next one.
      const mine = own.filter((one) => one.language === language);
      const current = mine.find(({ inForceFrom }) => inForceFrom <= today) ?? null;
      const next = mine.findLast(({ inForceFrom }) => inForceFrom > today) ?? null;
      const ours = opened.filter((one) => one.language === language);
      return { slug, kind, language, title: (current ?? next ?? ours[0])?.title ?? null, current, next, drafts: ours };
    });
  });
}
