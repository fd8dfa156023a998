import { removeProfileAction } from "#/app/_actions/statement/remove-profile.ts";
import { Form } from "#/components/form/form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { statementProfileList } from "#/db/queries/statement-profiles.ts";
import { translator } from "#/lib/messages/messages.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { staffPage } from "../../../_page.ts";
import { Crumbs, STATEMENTS } from "./_crumbs.tsx";

/** How the tables of each bank are read: made once, changed here. */
export default async function ProfilesPage() {
  const { locale, read } = await staffPage("statement.import");
  const t = translator(locale, "tables");
  const rows = await read(statementProfileList);
  const upload = <LinkButton href={`${STATEMENTS}/new`}>{t("upload")}</LinkButton>;
  return (
    <>
      <PageHead above={<Crumbs locale={locale} />} title={t("title")} lead={t("lead")} />
      <Table
        caption={t("title")}
        rows={rows}
        rowKey={({ id }) => id}
        empty={
          <EmptyState title={t("none")} action={upload}>
            {t("noneText")}
          </EmptyState>
        }
        columns={[
          {
            key: "name",
            head: t("name"),
            rowHead: true,
            cell: ({ id, name }) => (
              <Link className="link wrap-anywhere" href={`${STATEMENTS}/profiles/map?profile=${id}`}>
                {name}
              </Link>
            ),
          },
          {
            key: "account",
            head: t("account"),
            cell: ({ account }) => <span className="num">{formatIban(account)}</span>,
          },
          { key: "balances", head: t("read"), cell: ({ mapping }) => t(mapping.balances ? "fromFile" : "typed") },
          { key: "changed", head: t("changed"), cell: ({ changedAt }) => <MomentText at={changedAt} /> },
          {
            key: "remove",
            head: <span className="sr-only">{t("remove")}</span>,
            cell: ({ id, version, name }) => (
              <Dialog open={t("remove")} title={t("removeTitle", { name })} close={t("close")} look="quiet" small>
                <p className="mb-4">{t("removeText")}</p>
                <Form action={removeProfileAction}>
                  <input type="hidden" name="profileId" value={id} />
                  <input type="hidden" name="version" value={version} />
                  <SubmitButton look="danger">{t("remove")}</SubmitButton>
                </Form>
              </Dialog>
            ),
          },
        ]}
      />
    </>
  );
}
