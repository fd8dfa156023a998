import { type Locale, translator } from "#/lib/messages/messages.ts";
import { fileHref, pdfHref } from "../_data/addresses.ts";
import type { Listed } from "../_data/library.ts";

/** An edition in every form that it can be had in; a price list as a table, too. */
export function Files({
  edition,
  locale,
}: {
  edition: Pick<Listed, "slug" | "kind" | "title" | "number">;
  locale: Locale;
}) {
  const t = translator(locale, "library");
  const { kind, title, number } = edition;
  const links: [string, string][] = [
    ["PDF", pdfHref(edition)],
    ...(kind === "price-list"
      ? ([
          ["XLSX", fileHref(edition, "xlsx")],
          ["CSV", fileHref(edition, "csv")],
        ] as [string, string][])
      : []),
    ["TXT", fileHref(edition, "text")],
    ["JSON", fileHref(edition, "json")],
  ];
  return (
    <span className="flex flex-wrap gap-x-3 gap-y-1 text-sm">
      {links.map(([name, href]) => (
        <a key={name} className="link" href={href} download aria-label={t("fileOf", { name, title, number })}>
          {name}
        </a>
      ))}
    </span>
  );
}
