import { Link } from "#/components/ui/link.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { TEMPLATE_VERSIONS } from "#/lib/documents/papers.ts";
import { PREVIEWED } from "#/lib/documents/preview/model.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";
import { DeskCrumbs } from "../_crumbs.tsx";

/** Every template of ours with its version, each with a preview about invented facts. */
export default async function PapersPage() {
  const { locale } = await staffPage("edition.read");
  const t = translator(locale, "papers");
  return (
    <>
      <PageHead title={t("title")} lead={t("lead")} above={<DeskCrumbs locale={locale} />} />
      <Table
        caption={t("title")}
        rows={PREVIEWED}
        rowKey={(kind) => kind}
        columns={[
          {
            key: "paper",
            head: t("paper"),
            rowHead: true,
            cell: (kind) => (
              <Link className="link" href={`/staff/documents/papers/${kind}`}>
                {t(`kind.${kind}`)}
              </Link>
            ),
          },
          { key: "clause", head: t("clause"), cell: (kind) => t(`clauses.${kind}`) },
          { key: "version", head: t("version"), cell: (kind) => <code>{TEMPLATE_VERSIONS[kind]}</code> },
        ]}
      />
    </>
  );
}
