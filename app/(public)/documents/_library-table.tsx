import { DateText } from "#/components/ui/date-text.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { pdfHref } from "../_data/addresses.ts";
import type { OnShelf } from "../_data/library.ts";

/** Every document with its edition in force; before that one, the newest that was published. */
export function LibraryTable({ locale, documents }: { locale: Locale; documents: readonly OnShelf[] }) {
  const t = translator(locale, "public");
  const columns: Column<OnShelf>[] = [
    {
      key: "title",
      head: t("library.document"),
      rowHead: true,
      cell: ({ slug, title, language }) => (
        <a className="link" href={`/documents/${slug}`} lang={language}>
          {title}
        </a>
      ),
    },
    { key: "kind", head: t("library.kind"), cell: ({ kind }) => t(`library.kinds.${kind}`) },
    { key: "language", head: t("library.language"), cell: ({ language }) => t(`library.languages.${language}`) },
    {
      key: "edition",
      head: t("library.edition"),
      cell: ({ number }) => <span className="num">{t("library.number", { number })}</span>,
    },
    {
      key: "published",
      head: t("library.published"),
      cell: ({ publishedOn }) => <DateText day={publishedOn} />,
    },
    {
      key: "inForce",
      head: t("library.inForce"),
      cell: ({ inForceFrom, current }) => (
        <>
          <DateText day={inForceFrom} />
          {!current && <span className="tone-needs"> {t("library.notYet")}</span>}
        </>
      ),
    },
    {
      key: "file",
      head: t("library.file"),
      cell: (one) => (
        <a
          className="link"
          href={pdfHref(one)}
          download
          aria-label={t("library.fileOf", { title: one.title, number: one.number })}
        >
          {t("library.file")}
        </a>
      ),
    },
  ];
  return <Table caption={t("library.caption")} columns={columns} rows={documents} rowKey={({ slug }) => slug} />;
}
