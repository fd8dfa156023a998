import { sayBalancesAction } from "#/app/_actions/statement/say-balances.ts";
import { tableOfFile } from "#/app/_statements/checked-mapping.ts";
import { profileOfTable } from "#/app/_statements/read-statement.ts";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { TextInput } from "#/components/form/text-input.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { findFile } from "#/db/queries/files.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, oneOf, type Query, staffPage } from "../../../_page.ts";
import { Crumbs, STATEMENTS } from "../profiles/_crumbs.tsx";

/** The balances of one table that prints none: without them nothing proves that every kopeck is there. */
export default async function BalancesPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, read } = await staffPage("statement.import");
  const t = translator(locale, "tables");
  const { file: fileId } = await oneOf(searchParams);
  const found = await read(async (tx) => {
    if (!fileId) return null;
    const file = await findFile(tx, actor, idOf(fileId));
    if (file?.kind !== "statement") return null;
    const sheet = await tableOfFile(tx, actor, file.id);
    const profile = sheet.ok ? await profileOfTable(tx, sheet.value, file.id) : null;
    return profile && { file, profile };
  });
  if (!found)
    return (
      <>
        <PageHead above={<Crumbs locale={locale} />} title={t("balances.title")} />
        <EmptyState
          title={t("balances.none")}
          action={<LinkButton href={`${STATEMENTS}/new`}>{t("upload")}</LinkButton>}
        >
          {t("balances.noneText")}
        </EmptyState>
      </>
    );
  return (
    <>
      <PageHead
        above={<Crumbs locale={locale} />}
        title={t("balances.title")}
        lead={<p className="wrap-anywhere max-w-measure">{t("balances.lead", { file: found.file.name })}</p>}
      />
      <div className="max-w-form">
        <Form action={sayBalancesAction} label={t("balances.title")}>
          <input type="hidden" name="fileId" value={found.file.id} />
          <input type="hidden" name="profileId" value={found.profile.id} />
          <TextInput
            {...{ name: "opening", label: t("balances.opening"), hint: t("balances.hint"), after: "BYN" }}
            {...{ inputMode: "decimal", width: "medium" }}
          />
          <TextInput
            {...{ name: "closing", label: t("balances.closing"), after: "BYN", inputMode: "decimal", width: "medium" }}
          />
          <SubmitButton>{t("balances.save")}</SubmitButton>
        </Form>
      </div>
    </>
  );
}
