import { TableImport } from "#/components/catalog/table-import.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { HEADS } from "#/lib/catalog/csv/columns.ts";
import { CARD_FIELDS } from "#/lib/catalog/product.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";
import { CatalogCrumbs } from "../_crumbs.tsx";

/** The first half of an import: the file, and what a table looks like. */
export default async function ImportProductsPage() {
  const { locale } = await staffPage("catalog.edit");
  const t = translator(locale, "catalog");
  const words = {
    label: t("import.title"),
    file: t("import.file"),
    hint: t("import.fileHint"),
    read: t("import.read"),
  };
  return (
    <>
      <PageHead
        above={<CatalogCrumbs locale={locale} />}
        title={t("import.title")}
        lead={<p className="max-w-measure">{t("import.lead")}</p>}
      />
      <div className="grid gap-8">
        <TableImport words={words} />
        <Section title={t("import.columns")}>
          <p className="max-w-measure" lang="ru">
            {CARD_FIELDS.map((field) => HEADS[field]).join("; ")}
          </p>
          <p className="mt-3 max-w-measure text-muted text-sm">{t("import.rules")}</p>
          <p className="mt-3">
            <a className="link" href="/api/catalog/csv" download>
              {t("import.sample")}
            </a>
          </p>
        </Section>
      </div>
    </>
  );
}
