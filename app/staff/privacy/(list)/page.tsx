import { RequestClock } from "#/components/privacy/request-clock.tsx";
import { requestStatus } from "#/components/privacy/request-status.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { closedRequests, openRequests, type RequestWithPerson } from "#/db/queries/privacy.ts";
import { staffPrivacy } from "#/lib/mail/paths.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../../_page.ts";

/** Demands under the law on personal data: those that wait, the nearest deadline first, and how the others were answered. */
export default async function PrivacyPage() {
  const { locale, given, read } = await staffPage("privacy.read");
  const t = translator(locale, "privacy");
  const { open, closed } = await read(async (tx) => ({
    open: await openRequests(tx),
    closed: await closedRequests(tx),
  }));
  const person = {
    key: "person",
    head: t("staff.person"),
    rowHead: true,
    cell: ({ id, name, email }: RequestWithPerson) => (
      <>
        <Link className="link" href={staffPrivacy(id)}>
          {name}
        </Link>
        <span className="block break-all font-normal text-muted">
          {email.endsWith("@erased.invalid") ? null : email}
        </span>
      </>
    ),
  };
  const asked = {
    key: "asked",
    head: t("staff.asked"),
    cell: ({ askedOn }: RequestWithPerson) => <DateText day={askedOn} />,
  };
  return (
    <>
      <PageHead title={t("staff.title")} lead={t("staff.lead")} />
      <div className="grid gap-8">
        <Section title={t("staff.open")}>
          <Table
            caption={t("staff.open")}
            rows={open}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t("staff.empty")} />}
            columns={[
              {
                key: "due",
                head: t("staff.due"),
                cell: ({ askedOn }) => (
                  <RequestClock locale={locale} calendar={given.calendar} today={given.today} askedOn={askedOn} />
                ),
              },
              person,
              asked,
            ]}
          />
        </Section>
        <Section title={t("staff.closed")}>
          <Table
            caption={t("staff.closed")}
            rows={closed}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t("staff.closedEmpty")} />}
            columns={[
              person,
              asked,
              {
                key: "answered",
                head: t("staff.answered"),
                cell: ({ closedOn }) => closedOn && <DateText day={closedOn} />,
              },
              { key: "state", head: t("staff.state"), cell: ({ state }) => requestStatus(state, locale) },
            ]}
          />
        </Section>
      </div>
    </>
  );
}
