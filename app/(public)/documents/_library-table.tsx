import { DateText } from "#/components/ui/date-text.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { editionHref } from "../_data/addresses.ts";
import { type AsOf, onThatDay } from "../_data/as-of.ts";
import type { Listed, OnShelf } from "../_data/library.ts";
import { Files } from "./_files.tsx";

type Props = { locale: Locale; documents: readonly OnShelf[]; asOf: AsOf };

/** Every document: what is in force, what comes next, and every form that it can be had in. */
export function LibraryTable({ locale, documents, asOf }: Props) {
  const t = translator(locale, "public");
  const library = translator(locale, "library");
  const edition = (one: Listed | null) =>
    one ? (
      <span>
        <a className="link num" href={editionHref(one)}>
          {t("library.number", { number: one.number })}
        </a>
        <span className="block whitespace-nowrap text-muted text-sm">
          {library("since")} <DateText day={one.inForceFrom} />
        </span>
      </span>
    ) : (
      <span className="text-muted">{library("nothing")}</span>
    );
  const columns: Column<OnShelf>[] = [
    {
      key: "title",
      head: t("library.document"),
      rowHead: true,
      cell: ({ slug, language, current, editions: [newest] }) => (
        <a className="link" href={onThatDay(`/documents/${slug}`, asOf)} lang={language}>
          {(current ?? newest).title}
        </a>
      ),
    },
    { key: "kind", head: t("library.kind"), cell: ({ kind }) => t(`library.kinds.${kind}`) },
    { key: "language", head: t("library.language"), cell: ({ language }) => t(`library.languages.${language}`) },
    { key: "current", head: library("inForce"), cell: ({ current }) => edition(current) },
    { key: "next", head: library("next"), cell: ({ next }) => edition(next) },
    {
      key: "editions",
      head: library("history"),
      end: true,
      cell: ({ slug, editions }) => (
        <a className="link num" href={`/documents/${slug}#editions`}>
          {editions.length}
          <span className="sr-only"> {library("editions", { count: editions.length })}</span>
        </a>
      ),
    },
    {
      key: "file",
      head: library("files"),
      cell: ({ current, editions: [newest] }) => <Files edition={current ?? newest} locale={locale} />,
    },
  ];
  return <Table caption={t("library.caption")} columns={columns} rows={documents} rowKey={({ slug }) => slug} />;
}
