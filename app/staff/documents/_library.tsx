import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { DeskRow } from "./_rows.ts";

/** All documents: kind, the edition in force, the next one, drafts. */
export function LibraryRows({ locale, rows }: { locale: Locale; rows: readonly DeskRow[] }) {
  const t = translator(locale, "editions");
  const words = translator(locale, "public");
  const edition = (slug: string, one: DeskRow["current"]) =>
    one ? (
      <>
        <a className="link num" href={`/documents/${slug}/${one.number}`}>
          {t("desk.edition", { number: one.number })}
        </a>{" "}
        <span className="whitespace-nowrap text-muted text-sm">
          <DateText day={one.inForceFrom} />
        </span>
      </>
    ) : (
      <span className="text-muted">{t("desk.none")}</span>
    );
  return (
    <Table
      caption={t("desk.library")}
      rows={rows}
      rowKey={({ slug, language }) => `${slug}/${language}`}
      empty={<EmptyState title={words("library.empty")} />}
      columns={[
        {
          key: "document",
          head: t("desk.document"),
          rowHead: true,
          cell: ({ slug, title, language, current }) =>
            current ? (
              <a className="link" href={`/documents/${slug}`} lang={language ?? undefined}>
                {title}
              </a>
            ) : (
              (title ?? slug)
            ),
        },
        {
          key: "kind",
          head: t("desk.kind"),
          cell: ({ kind, language }) =>
            [words(`library.kinds.${kind}`), language && words(`library.languages.${language}`)]
              .filter(Boolean)
              .join(", "),
        },
        { key: "inForce", head: t("desk.inForce"), cell: ({ slug, current }) => edition(slug, current) },
        { key: "next", head: t("desk.next"), cell: ({ slug, next }) => edition(slug, next) },
        {
          key: "drafts",
          head: t("desk.open"),
          cell: ({ drafts }) =>
            drafts.length === 0 ? (
              <span className="text-muted">{t("desk.none")}</span>
            ) : (
              drafts.map(({ id, stage }) => (
                <Link key={id} className="link block" href={`/staff/documents/drafts/${id}`}>
                  {t(`stages.${stage}`)}
                </Link>
              ))
            ),
        },
      ]}
    />
  );
}
