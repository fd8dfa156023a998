import { EmptyState } from "#/components/ui/empty-state.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { type CaseRow, forceMajeureList } from "#/db/queries/force-majeure.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../_page.ts";
import { DeclareForm, EndForm } from "./_forms.tsx";

/** The register of circumstances (5.1–5.4): what was declared by whom, for which contracts, and whether it lasts. */
export default async function ForceMajeurePage() {
  const { actor, locale, t, given, read } = await staffPage("force-majeure.read");
  const cases = await read((tx) => forceMajeureList(tx));
  const declares = permits(actor, "force-majeure.declare");
  const today = formatDay(given.today);
  return (
    <>
      <PageHead
        title={t("forceMajeure.title")}
        lead={t("forceMajeure.lead")}
        actions={declares && <DeclareForm locale={locale} today={today} />}
      />
      <Table
        caption={t("forceMajeure.title")}
        rows={cases}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("forceMajeure.empty")} />}
        columns={[
          { key: "kind", head: t("forceMajeure.kind"), rowHead: true, cell: (row) => what(row, locale) },
          {
            key: "period",
            head: t("forceMajeure.period"),
            cell: (row) => (
              <>
                {period(row, locale)}
                {row.to === null && row.expectedTo < given.today && (
                  <Status tone="needs">{t("forceMajeure.overdue")}</Status>
                )}
              </>
            ),
          },
          {
            key: "by",
            head: t("forceMajeure.by"),
            cell: ({ party, declaredOn, late }) => (
              <>
                {party ?? t("forceMajeure.seller")}, {formatDay(declaredOn)}
                {late && <Status tone="late">{t("forceMajeure.late")}</Status>}
              </>
            ),
          },
          { key: "scope", head: t("forceMajeure.scope"), cell: (row) => scope(row, locale) },
          {
            key: "end",
            head: t("forceMajeure.end"),
            cell: ({ id, to, declaredBy, endReason }) =>
              to === null && declares ? (
                <EndForm locale={locale} today={today} caseId={id} customers={declaredBy === "customer"} />
              ) : (
                endReason
              ),
          },
        ]}
      />
    </>
  );
}

function what({ kind, description, fileId }: CaseRow, locale: Locale) {
  return (
    <>
      {translator(locale, "contract")(`forceMajeure.kind.${kind}`)}
      <span className="block font-normal text-muted">{description}</span>
      {fileId && (
        <FileLink
          locale={locale}
          href={`/api/files/${fileId}`}
          title={translator(locale, "staff")("forceMajeure.file")}
        />
      )}
    </>
  );
}

function period({ from, to, expectedTo }: CaseRow, locale: Locale): string {
  const t = translator(locale, "staff");
  return to
    ? t("forceMajeure.ended", { from: formatDay(from), to: formatDay(to) })
    : t("forceMajeure.expected", { from: formatDay(from), to: formatDay(expectedTo) });
}

function scope({ scope: which, contracts }: CaseRow, locale: Locale) {
  const t = translator(locale, "staff");
  const [only, ...others] = contracts;
  if (which === "all" || !only) return t("forceMajeure.all");
  if (others.length > 0) return t("forceMajeure.count", { count: contracts.length });
  return (
    <Link className="link" href={`/staff/contracts/${only}`}>
      {t("forceMajeure.count", { count: 1 })}
    </Link>
  );
}
