import { retryMailAction } from "#/app/_actions/mail/retry-mail.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { MailFate } from "#/components/notice/mail-fate.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { StepForm } from "#/components/staff/step-form.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { MAIL_FILTERS, mailList } from "#/db/queries/staff-mail.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/mail";
export default async function MailPage({ searchParams }: { searchParams: Query }) {
  const { locale, t, given, read } = await staffPage("mail.read");
  const query = await oneOf(searchParams);
  const filter = MAIL_FILTERS.find((one) => one === query.state) ?? "all";
  const { page, counts } = await read(async (tx) => ({
    page: await mailList(tx, filter, readCursor(query), given.now),
    counts: await queueCounts(tx, given.today),
  }));
  const options = MAIL_FILTERS.map((state) => ({
    href: listHref(PATH, { state: state === "all" ? undefined : state }),
    title: t(`mail.filter.${state}`),
    current: filter === state,
    ...(state === "failed" ? { count: counts.mailFailed } : {}),
  }));
  return (
    <>
      <PageHead
        title={t("mail.title")}
        lead={t("mail.lead")}
        actions={
          <LinkButton href="/staff/mail/templates" look="secondary" small>
            {translator(locale, "letters")("title")}
          </LinkButton>
        }
      />
      <Filters label={t("filters")} options={options} />
      <Table
        caption={t("mail.title")}
        rows={page.rows}
        rowKey={({ id }) => id}
        empty={<EmptyState title={t("mail.empty")} />}
        columns={[
          {
            key: "subject",
            head: t("mail.subject"),
            rowHead: true,
            cell: ({ subject, contractId }) =>
              contractId ? (
                <Link className="link break-words" href={`/staff/contracts/${contractId}`}>
                  {subject}
                </Link>
              ) : (
                subject
              ),
          },
          { key: "to", head: t("mail.to"), cell: ({ toAddress }) => <span className="break-all">{toAddress}</span> },
          { key: "at", head: t("mail.at"), cell: ({ createdAt }) => <MomentText at={createdAt} /> },
          {
            key: "fate",
            head: t("mail.fate"),
            cell: (mail) => <MailFate locale={locale} mail={mail} now={given.now} />,
          },
          {
            key: "retry",
            head: <span className="sr-only">{t("mail.retry")}</span>,
            cell: ({ id, status }) =>
              (status === "failed" || status === "rejected" || status === "bounced") && (
                <StepForm action={retryMailAction} hidden={{ mailId: id }}>
                  <SubmitButton look="secondary" small>
                    {t("mail.retry")}
                  </SubmitButton>
                </StepForm>
              ),
          },
        ]}
      />
      <Pagination
        locale={locale}
        previous={page.previous && listHref(PATH, { state: query.state, before: page.previous })}
        next={page.next && listHref(PATH, { state: query.state, after: page.next })}
      />
    </>
  );
}
