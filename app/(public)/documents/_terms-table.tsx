import { DateText } from "#/components/ui/date-text.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { termsHref } from "#/lib/terms/addresses.ts";
import { OFFER, TERMS, type TermsDocument } from "#/lib/terms/documents.ts";
import type { AsOf } from "../_data/as-of.ts";

/** Documents of others by which the customer's portal and programs live: each edition with the page of its facts. */
export function TermsTable({ locale, asOf }: { locale: Locale; asOf: AsOf }) {
  const t = translator(locale, "library");
  const columns: Column<TermsDocument>[] = [
    {
      key: "title",
      head: translator(locale, "public")("library.document"),
      rowHead: true,
      cell: (document) => (
        <a className="link" href={termsHref(document)}>
          {document.title}
        </a>
      ),
    },
    { key: "kind", head: translator(locale, "public")("library.kind"), cell: ({ kind }) => t(`terms.kinds.${kind}`) },
    {
      key: "language",
      head: translator(locale, "public")("library.language"),
      cell: ({ language }) => translator(locale, "public")(`library.languages.${language}`),
    },
    { key: "edition", head: t("terms.edition"), cell: ({ edition }) => <DateText day={edition} /> },
    {
      key: "state",
      head: translator(locale, "public")("library.inForce"),
      cell: (document) => (
        <>
          <DateText day={document.inForceFrom} />
          <State locale={locale} document={document} on={asOf.day} />
        </>
      ),
    },
    {
      key: "facts",
      head: t("terms.facts"),
      end: true,
      cell: ({ facts }) => <span className="num">{facts.length}</span>,
    },
  ];
  return (
    <Table
      caption={t("terms.title")}
      columns={columns}
      rows={TERMS.filter((document) => document !== OFFER)}
      rowKey={({ slug, edition }) => `${slug}/${edition}`}
    />
  );
}

/** In force, replaced by a later edition, or not yet in force on the day. */
export function State({ locale, document, on }: { locale: Locale; document: TermsDocument; on: string }) {
  const t = translator(locale, "library");
  if (document.inForceFrom > on) return <span className="block text-muted text-sm">{t("terms.notYet")}</span>;
  const later = TERMS.some(
    (one) => one.slug === document.slug && one.inForceFrom <= on && one.inForceFrom > document.inForceFrom,
  );
  return later && <span className="block text-muted text-sm">{t("terms.superseded")}</span>;
}
