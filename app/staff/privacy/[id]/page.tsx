import { notFound } from "next/navigation";

import { PRIVACY, planFor } from "#/app/_privacy/plan-for.ts";
import { KeptList } from "#/components/privacy/erasure-terms.tsx";
import { GoesTable } from "#/components/privacy/goes-table.tsx";
import { RequestClock } from "#/components/privacy/request-clock.tsx";
import { requestStatus } from "#/components/privacy/request-status.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { database, inTenant } from "#/db/client.ts";
import { requestById } from "#/db/queries/privacy.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../_page.ts";
import { EraseForm, RefuseForm } from "./_forms.tsx";

/** One request: while it is open, what exactly would be blanked and what would stay; then who answered it and how. */
export default async function PrivacyRequestPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, given, read } = await staffPage("privacy.read");
  const t = translator(locale, "privacy");
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const request = await requestById(tx, id);
    return request && { request, names: await namesOf(tx, [request.closedBy ?? ""]) };
  });
  if (!found) notFound();
  const { request, names } = found;
  const open = request.state === "open";
  const plan = open
    ? (await inTenant(database(), PRIVACY, (tx) => planFor(tx, request.userId), { readOnly: true }))?.plan
    : undefined;
  const date = request.closedOn ? formatDay(request.closedOn) : "";
  return (
    <>
      <PageHead
        above={<Breadcrumbs label={t("staff.title")} steps={[{ href: "/staff/privacy", title: t("staff.back") }]} />}
        title={t("staff.request", { name: request.name })}
        lead={requestStatus(request.state, locale)}
        actions={
          plan &&
          permits(actor, "privacy.answer") && (
            <>
              <EraseForm locale={locale} requestId={id} plan={plan} />
              <RefuseForm locale={locale} requestId={id} />
            </>
          )
        }
      />
      <div className="grid gap-8">
        {request.state === "done" && <Notice tone="done" title={t("staff.doneTitle", { date })} />}
        {request.state === "withdrawn" && <Notice title={t("staff.withdrawnTitle", { date })} />}
        {request.state === "refused" && (
          <Notice title={t("staff.refusedTitle", { date })}>
            <p className="whitespace-pre-line">{request.reason}</p>
          </Notice>
        )}
        <KeyValue
          pairs={[
            request.state !== "done" && {
              key: t("held.email"),
              value: <span className="break-all">{request.email}</span>,
            },
            { key: t("staff.asked"), value: <DateText day={request.askedOn} /> },
            open && {
              key: t("staff.due"),
              value: (
                <RequestClock locale={locale} calendar={given.calendar} today={given.today} askedOn={request.askedOn} />
              ),
            },
            request.closedBy !== null && { key: t("staff.by"), value: names.get(request.closedBy) ?? request.closedBy },
          ]}
        />
        {plan && (
          <>
            {plan.parties.length > 0 && (
              <Section title={t("staff.partiesTitle")}>
                <Table
                  caption={t("staff.partiesTitle")}
                  rows={plan.parties}
                  rowKey={(party) => party.id}
                  columns={[
                    {
                      key: "party",
                      head: t("staff.party"),
                      rowHead: true,
                      cell: (party) => (
                        <Link className="link" href={`/staff/parties/${party.id}`}>
                          {party.name}
                        </Link>
                      ),
                    },
                    { key: "outcome", head: t("staff.outcome"), cell: ({ outcome }) => t(`staff.out.${outcome}`) },
                  ]}
                />
              </Section>
            )}
            <Section title={t("staff.goesTitle")}>
              <GoesTable locale={locale} plan={plan} />
            </Section>
            <Section title={t("staff.staysTitle")}>
              <KeptList locale={locale} plan={plan} />
            </Section>
          </>
        )}
      </div>
    </>
  );
}
