import type { Day } from "#/lib/calendar/day.ts";

export type AtomFeed = {
  /** The address of the feed itself and of the page that it follows; the page's is the feed's id for ever. */
  self: string;
  page: string;
  title: string;
  author: string;
  language: string;
  entries: readonly {
    /** The permanent address of the edition, which is its id. */
    address: string;
    title: string;
    summary: string;
    publishedOn: Day;
    pdf: string;
  }[];
};

/** Atom (RFC 4287) of one document's editions, newest first; `updated` is the day of publication, for an edition never changes. */
export function atomFeed({ self, page, title, author, language, entries }: AtomFeed): string {
  const newest = entries
    .map(({ publishedOn }) => publishedOn)
    .toSorted()
    .at(-1);
  if (!newest) throw new RangeError("atomFeed: a feed of nothing has no date");
  return [
    '<?xml version="1.0" encoding="utf-8"?>',
    `<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${escaped(language)}">`,
    `  <id>${escaped(page)}</id>`,
    `  <title>${escaped(title)}</title>`,
    `  <updated>${moment(newest)}</updated>`,
    `  <author><name>${escaped(author)}</name></author>`,
    `  <link rel="self" type="application/atom+xml" href="${escaped(self)}"/>`,
    `  <link rel="alternate" type="text/html" href="${escaped(page)}"/>`,
    ...entries.flatMap((entry) => [
      "  <entry>",
      `    <id>${escaped(entry.address)}</id>`,
      `    <title>${escaped(entry.title)}</title>`,
      `    <published>${moment(entry.publishedOn)}</published>`,
      `    <updated>${moment(entry.publishedOn)}</updated>`,
      `    <summary>${escaped(entry.summary)}</summary>`,
      `    <link rel="alternate" type="text/html" href="${escaped(entry.address)}"/>`,
      `    <link rel="related" type="application/pdf" href="${escaped(entry.pdf)}"/>`,
      "  </entry>",
    ]),
    "</feed>",
    "",
  ].join("\n");
}

const moment = (day: Day): string => `${day}T00:00:00+03:00`;

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };
/** XML 1.0 has no place for control characters, not even escaped. */
const escaped = (text: string): string =>
  text
    // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is taken out
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g, "")
    .replace(/[&<>"]/g, (sign) => ENTITIES[sign]!);
