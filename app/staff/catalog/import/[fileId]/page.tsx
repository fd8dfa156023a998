import { notFound } from "next/navigation";

import { importProductsAction } from "#/app/_actions/catalog/import-products.ts";
import { importedTable } from "#/app/_catalog/imported.ts";
import { BadRows, ChangedRows, NewRows } from "#/components/catalog/import-preview.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../../_page.ts";
import { CatalogCrumbs } from "../../_crumbs.tsx";

type Props = { params: Promise<{ fileId: string }> };
const BACK = "/staff/catalog/import";

/** The second half: what a table adds and changes, what of it is not taken and why, and the button that saves it. */
export default async function ImportPreviewPage({ params }: Props) {
  const { actor, locale, read } = await staffPage("catalog.edit");
  const t = translator(locale, "catalog");
  const fileId = idOf((await params).fileId);
  const imported = await read((tx) => importedTable(tx, actor, fileId));
  if (!imported) notFound();
  const { file, read: result } = imported;
  const head = (
    <PageHead
      above={<CatalogCrumbs locale={locale} more={[{ href: BACK, title: t("import.title") }]} />}
      title={t("import.preview")}
      lead={<span className="break-words">{file.name}</span>}
      actions={
        <LinkButton href={BACK} look="secondary">
          {t("import.another")}
        </LinkButton>
      }
    />
  );
  if (!result.ok)
    return (
      <>
        {head}
        <Notice tone="late" title={t("import.refused")}>
          <p>{errorWords(locale)(result.error.code, result.error.params)}</p>
        </Notice>
      </>
    );
  const { plan, print, table } = result.value;
  const count = plan.add.length + plan.change.length;
  return (
    <>
      {head}
      <div className="grid gap-8">
        <div className="grid gap-4">
          <p className="text-lg">
            {t("import.sum", { add: plan.add.length, change: plan.change.length, same: plan.same })}
          </p>
          {table.unknownHeads.length > 0 && (
            <p className="max-w-measure text-muted text-sm">
              {t("import.unknown", { heads: table.unknownHeads.join(", ") })}
            </p>
          )}
          {count > 0 ? (
            <StepForm
              action={importProductsAction}
              hidden={{ fileId, print }}
              label={t("import.title")}
              doneHref="/staff/catalog"
            >
              <SubmitButton>{t("import.save", { count })}</SubmitButton>
            </StepForm>
          ) : (
            <Notice title={t("import.nothing")}>{plan.bad.length === 0 && <p>{t("import.nothingText")}</p>}</Notice>
          )}
        </div>
        <BadRows locale={locale} rows={plan.bad} />
        <ChangedRows locale={locale} rows={plan.change} />
        <NewRows locale={locale} rows={plan.add} />
      </div>
    </>
  );
}
