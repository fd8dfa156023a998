import { openScanStackAction } from "#/app/_actions/scan/open-scan-stack.ts";
import { ScanUpload } from "#/components/scan/scan-upload.tsx";
import { StackState } from "#/components/scan/stack-state.tsx";
import { ActPlaces } from "#/components/staff/act-places.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { stackList } from "#/db/queries/scans.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { UPLOADS } from "#/lib/files/recognise.ts";
import { translator } from "#/lib/messages/messages.ts";
import { MOST_FILES } from "#/lib/scans/inputs.ts";
import { MOST_PAGES } from "#/lib/scans/stack.ts";
import { staffPage } from "../../_page.ts";

export default async function ScansPage() {
  const { actor, locale, given, read } = await staffPage("scan.intake");
  const t = translator(locale, "edi");
  const stacks = await read(stackList);
  return (
    <>
      <PageHead title={t("scans.title")} lead={t("scans.lead")} above={<ActPlaces locale={locale} actor={actor} />} />
      <div className="grid gap-8">
        <Section title={t("scans.new")}>
          <ScanUpload
            action={openScanStackAction}
            today={formatDay(given.today)}
            words={{
              files: t("scans.files"),
              filesHint: t("scans.filesHint", {
                limit: UPLOADS.scan.maxBytes / 1024 / 1024,
                files: MOST_FILES,
                pages: MOST_PAGES,
              }),
              signedOn: t("scans.signedOn"),
              signedHint: t("scans.signedHint"),
              upload: t("scans.upload"),
              sending: t("scans.files"),
            }}
          />
        </Section>
        <Section title={t("scans.list")}>
          <Table
            caption={t("scans.list")}
            rows={stacks}
            rowKey={({ stack }) => stack.id}
            empty={<EmptyState title={t("scans.empty")} />}
            columns={[
              {
                key: "stack",
                head: t("scans.uploaded"),
                rowHead: true,
                cell: ({ stack }) => (
                  <Link className="link" href={`/staff/acts/scans/${stack.id}`}>
                    <MomentText at={stack.uploadedAt} />
                  </Link>
                ),
              },
              { key: "by", head: t("scans.by"), cell: ({ by }) => by ?? "—" },
              { key: "pages", head: t("scans.pages"), end: true, cell: ({ stack }) => stack.pages ?? "—" },
              { key: "filed", head: t("scans.filed"), end: true, cell: ({ filed }) => filed },
              { key: "waiting", head: t("scans.waiting"), end: true, cell: ({ waiting }) => waiting },
              { key: "state", head: t("scans.state"), cell: ({ stack }) => <StackState {...{ locale, stack }} /> },
            ]}
          />
        </Section>
      </div>
    </>
  );
}
