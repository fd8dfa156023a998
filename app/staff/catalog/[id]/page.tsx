import { notFound } from "next/navigation";

import { editProductAction } from "#/app/_actions/catalog/edit-product.ts";
import { ProductFacts } from "#/components/catalog/product-facts.tsx";
import { ProductFields } from "#/components/catalog/product-fields.tsx";
import { ProductHistory } from "#/components/catalog/product-history.tsx";
import { StatusMark } from "#/components/catalog/product-marks.tsx";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { allProducts, productById, versionsOf } from "#/db/queries/products.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { choicesOf } from "#/lib/catalog/query.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../_page.ts";
import { CatalogCrumbs } from "../_crumbs.tsx";
import { StatusForm } from "./_status-form.tsx";

type Props = { params: Promise<{ id: string }> };

/** One product: its card to change with a reason, its place on the site, and everything that it ever was. */
export default async function StaffProductPage({ params }: Props) {
  const { actor, locale, given, read } = await staffPage("staff.read");
  const t = translator(locale, "catalog");
  const id = idOf((await params).id);
  const { product, history, names, all } = await read(async (tx) => {
    const versions = await versionsOf(tx, id);
    const people = versions.map(({ changedBy }) => changedBy);
    return {
      product: await productById(tx, id),
      history: versions,
      names: await namesOf(tx, people),
      all: await allProducts(tx, null),
    };
  });
  if (!product) notFound();
  const { version, status } = product;
  const nameOf = (by: string) => names.get(by) ?? (by === "seed" ? t("staff.seed") : by);
  const may = permits(actor, "catalog.edit");
  return (
    <>
      <PageHead
        above={<CatalogCrumbs locale={locale} />}
        title={<span className="break-words">{product.name}</span>}
        lead={
          <span className="flex flex-wrap gap-x-4 gap-y-1">
            <StatusMark locale={locale} status={status} />
            {status === "published" && (
              <a className="link" href={`/catalog/${product.slug}`}>
                {t("staff.open")}
              </a>
            )}
          </span>
        }
        actions={may && <StatusForm {...{ locale, status, version }} productId={id} />}
      />
      <div className="grid gap-8">
        <Section title={t("staff.card")}>
          {may ? (
            <Form action={editProductAction} label={t("staff.card")} key={version}>
              <input type="hidden" name="productId" value={id} />
              <input type="hidden" name="version" value={version} />
              <ProductFields locale={locale} card={product} categories={choicesOf(all).categories} />
              <Textarea name="reason" label={t("staff.reason")} hint={t("staff.reasonHint")} rows={2} maxLength={500} />
              <SubmitButton>{t("staff.save")}</SubmitButton>
            </Form>
          ) : (
            <>
              <p className="mb-4 text-muted text-sm">{t("staff.readOnly")}</p>
              <ProductFacts {...{ locale, product }} on={given.today} />
            </>
          )}
        </Section>
        <Section title={t("staff.history")}>
          <ProductHistory locale={locale} versions={history.map((one) => ({ ...one, who: nameOf(one.changedBy) }))} />
        </Section>
      </div>
    </>
  );
}
