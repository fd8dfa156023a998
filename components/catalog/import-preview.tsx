import { Notice } from "#/components/ui/notice.tsx";
import { Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import type { BadRow, Change } from "#/lib/catalog/csv/plan-import.ts";
import type { ProductCard, ProductStatus } from "#/lib/catalog/product.ts";
import { errorWords, type Locale, translator } from "#/lib/messages/messages.ts";
import { Differences } from "./product-history.tsx";
import { valueText } from "./value-text.ts";

/** More of these nobody reads; all of them are saved. */
const SHOWN = 100;
type Rows<Row> = { locale: Locale; rows: readonly Row[] };

/** Rows that are not taken: which, and what to do about each. All of them are shown: somebody has to mend them. */
export function BadRows({ locale, rows }: Rows<BadRow>) {
  const t = translator(locale, "catalog");
  if (rows.length === 0) return null;
  return (
    <Section title={t("import.bad", { count: rows.length })}>
      <Notice tone="needs" title={t("import.badText")} />
      <div className="mt-4">
        <Table
          dense
          caption={t("import.bad", { count: rows.length })}
          rows={rows}
          rowKey={({ line }) => String(line)}
          columns={[
            { key: "line", head: t("import.line"), end: true, cell: ({ line }) => line },
            {
              key: "name",
              head: t("fields.name"),
              rowHead: true,
              cell: ({ name }) => <span className="break-words">{name}</span>,
            },
            {
              key: "what",
              head: t("import.what"),
              cell: ({ refusals }) => (
                <ul className="grid gap-1">
                  {refusals.map(({ field, refusal }) => (
                    <li key={field}>
                      <strong>{t(`fields.${field}`)}.</strong> {errorWords(locale)(refusal.code, refusal.params)}
                    </li>
                  ))}
                </ul>
              ),
            },
          ]}
        />
      </div>
    </Section>
  );
}

/** What becomes of products that are there, field by field. */
export function ChangedRows({ locale, rows }: Rows<Change<ProductCard & { status: ProductStatus }>>) {
  const t = translator(locale, "catalog");
  if (rows.length === 0) return null;
  return (
    <Section title={t("import.changed", { count: rows.length })}>
      <ul className="grid gap-4">
        {rows.slice(0, SHOWN).map(({ line, product, card, fields }) => (
          <li key={line} className="border-hairline border-b pb-3">
            <p className="break-words font-medium">
              {product.name}
              {product.status === "hidden" && <span className="font-normal text-muted"> · {t("import.hidden")}</span>}
            </p>
            <Differences {...{ locale, fields }} before={product} after={card} />
          </li>
        ))}
      </ul>
      <More {...{ locale }} total={rows.length} />
    </Section>
  );
}

export function NewRows({ locale, rows }: Rows<{ line: number; card: ProductCard }>) {
  const t = translator(locale, "catalog");
  if (rows.length === 0) return null;
  const text = (field: "slug" | "vendor" | "category" | "territory" | "included") => ({
    key: field,
    head: t(`fields.${field}`),
    cell: ({ card }: { card: ProductCard }) => <span className="break-words">{valueText(card, field, locale)}</span>,
  });
  return (
    <Section title={t("import.added", { count: rows.length })}>
      <Table
        dense
        caption={t("import.added", { count: rows.length })}
        rows={rows.slice(0, SHOWN)}
        rowKey={({ line }) => String(line)}
        columns={[
          {
            key: "name",
            head: t("fields.name"),
            rowHead: true,
            cell: ({ card }) => <span className="break-words">{card.name}</span>,
          },
          ...[text("slug"), text("vendor"), text("category"), text("territory"), text("included")],
        ]}
      />
      <More {...{ locale }} total={rows.length} />
    </Section>
  );
}

function More({ locale, total }: { locale: Locale; total: number }) {
  if (total <= SHOWN) return null;
  return (
    <p className="mt-3 text-muted text-sm">{translator(locale, "catalog")("import.more", { shown: SHOWN, total })}</p>
  );
}
