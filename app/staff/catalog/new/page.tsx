import { addProductAction } from "#/app/_actions/catalog/add-product.ts";
import { ProductFields } from "#/components/catalog/product-fields.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { allProducts } from "#/db/queries/products.ts";
import { choicesOf } from "#/lib/catalog/query.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";
import { CatalogCrumbs } from "../_crumbs.tsx";

/** A product that staff enter by hand. */
export default async function NewProductPage() {
  const { locale, read } = await staffPage("catalog.edit");
  const t = translator(locale, "catalog");
  const { categories } = choicesOf(await read((tx) => allProducts(tx, null)));
  return (
    <>
      <PageHead above={<CatalogCrumbs locale={locale} />} title={t("staff.new")} lead={t("staff.newLead")} />
      <Form action={addProductAction} label={t("staff.new")} draftKey="new-product">
        <ProductFields {...{ locale, categories }} card={null} />
        <SubmitButton>{t("staff.save")}</SubmitButton>
      </Form>
    </>
  );
}
