import { DraftStatus, DraftTurn } from "#/components/document/draft-stage.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { DateText, MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { allEditions } from "#/db/queries/documents.ts";
import { allDocuments, openDrafts } from "#/db/queries/edition-drafts.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { isTurnOf } from "#/lib/editions/draft-choices.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";
import { LibraryRows } from "../_library.tsx";
import { deskRows } from "../_rows.ts";

/** Every document with what is in force, what comes, and the drafts: those that wait for the reader first. */
export default async function DocumentsDeskPage() {
  const { actor, locale, given, read } = await staffPage("edition.read");
  const t = translator(locale, "editions");
  const { drafts, names, rows } = await read(async (tx) => {
    const opened = await openDrafts(tx, actor);
    const rows = deskRows(await allDocuments(tx), await allEditions(tx), opened, given.today);
    const names = await namesOf(
      tx,
      opened.map(({ createdBy }) => createdBy),
    );
    const marked = opened.map((one) => ({ ...one, mine: isTurnOf(one, actor) }));
    const due = ({ publishOn }: (typeof marked)[number]) => publishOn ?? "9999";
    marked.sort((a, b) => Number(b.mine) - Number(a.mine) || (due(a) < due(b) ? -1 : due(a) > due(b) ? 1 : 0));
    return { drafts: marked, names, rows };
  });
  const writes = permits(actor, "edition.draft");
  return (
    <>
      <PageHead
        title={t("desk.title")}
        lead={t("desk.lead")}
        actions={
          <>
            <LinkButton href="/staff/documents/papers" look="secondary">
              {translator(locale, "papers")("title")}
            </LinkButton>
            <LinkButton href="/staff/documents/snapshots" look="secondary">
              {t("desk.snapshots")}
            </LinkButton>
            <LinkButton href="/staff/documents/refusals" look="secondary">
              {translator(locale, "publication")("refusals.title")}
            </LinkButton>
            <LinkButton href="/staff/documents/accounts" look="secondary">
              {translator(locale, "publication")("accounts.short")}
            </LinkButton>
            {writes && <LinkButton href="/staff/documents/new">{t("desk.newDraft")}</LinkButton>}
          </>
        }
      />
      <div className="grid grid-cols-1 gap-8">
        <Section title={t("desk.drafts")}>
          <Table
            caption={t("desk.drafts")}
            rows={drafts}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t("desk.noDrafts")}>{t("desk.noDraftsText")}</EmptyState>}
            columns={[
              {
                key: "document",
                head: t("desk.document"),
                rowHead: true,
                cell: ({ id, title, language, kind }) => (
                  <>
                    <Link className="link" href={`/staff/documents/drafts/${id}`} lang={language}>
                      {title}
                    </Link>
                    <span className="block font-normal text-muted">
                      {translator(locale, "public")(`library.kinds.${kind}`)},{" "}
                      {translator(locale, "public")(`library.languages.${language}`)}
                    </span>
                  </>
                ),
              },
              {
                key: "turn",
                head: t("desk.turn"),
                cell: ({ stage, createdBy, publishOn, mine }) => (
                  <DraftTurn {...{ locale, stage, publishOn, mine }} author={names.get(createdBy) ?? t("draft.job")} />
                ),
              },
              {
                key: "stage",
                head: t("desk.stage"),
                cell: ({ stage, mine, inForceFrom }) => (
                  <>
                    <DraftStatus {...{ locale, stage, mine }} />
                    {inForceFrom && (
                      <span className="block text-muted text-sm">
                        {t("desk.inForce")} <DateText day={inForceFrom} />
                      </span>
                    )}
                  </>
                ),
              },
              { key: "changed", head: t("desk.changed"), cell: ({ changedAt }) => <MomentText at={changedAt} /> },
            ]}
          />
        </Section>
        <Section title={t("desk.library")}>
          <LibraryRows locale={locale} rows={rows} />
        </Section>
      </div>
    </>
  );
}
