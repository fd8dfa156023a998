import { DueCell } from "#/components/staff/due-cell.tsx";
import { QueueFigures } from "#/components/staff/queue-figures.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { activationQueue } from "#/db/queries/staff-activations.ts";
import { actQueue } from "#/db/queries/staff-acts.ts";
import { contractList } from "#/db/queries/staff-contracts.ts";
import { type QueueCounts, queueCounts } from "#/db/queries/staff-today.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDayLong } from "#/lib/calendar/format.ts";
import { staffPage } from "../_page.ts";

const NEAREST = 5;

export default async function TodayPage() {
  const { actor, locale, t, given, read } = await staffPage("staff.read");
  const { today, calendar } = given;
  const lawyer = permits(actor, "contract.settle-money-question");
  const { counts, activations, toSend, money } = await read(async (tx) => ({
    counts: await queueCounts(tx, today),
    activations: await activationQueue(tx, { filter: null, cursor: null, today }),
    toSend: await actQueue(tx, { filter: "send", cursor: null }),
    money: lawyer ? (await contractList(tx, { stage: null, terms: null, cursor: null, money: true })).rows : null,
  }));
  const late = (count: number) => (count > 0 ? t("today.late", { count }) : null);
  const figures = figuresOf(counts)
    .filter(({ allow }) => permits(actor, allow))
    .map(({ key, noteCount, ...figure }) => ({ ...figure, title: t(`today.${key}`), note: late(noteCount) }));
  return (
    <>
      <PageHead title={t("today.title")} lead={formatDayLong(today, locale)} />
      <QueueFigures figures={figures} />
      <div className="mt-8 grid gap-8 xl:grid-cols-2">
        {money && (
          <Section title={t("today.moneyTitle")}>
            <Table
              caption={t("today.moneyTitle")}
              rows={money.slice(0, NEAREST)}
              rowKey={({ id }) => id}
              empty={<EmptyState title={t("today.moneyEmpty")} />}
              columns={[
                {
                  key: "number",
                  head: t("contracts.number"),
                  rowHead: true,
                  cell: ({ id, number, party }) => (
                    <>
                      <Link className="link num" href={`/staff/contracts/${id}#actions`}>
                        {number}
                      </Link>
                      <span className="block font-normal text-muted">{party}</span>
                    </>
                  ),
                },
                { key: "sum", head: t("sum"), end: true, cell: ({ total }) => <Money value={total} bare /> },
              ]}
            />
          </Section>
        )}
        <Section title={t("today.nearestActivations")}>
          <Table
            caption={t("today.nearestActivations")}
            rows={activations.rows.slice(0, NEAREST)}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t("activations.empty")} />}
            columns={[
              {
                key: "due",
                head: t("activations.due"),
                cell: ({ workingDays, acceptedOn, cases }) => (
                  <DueCell
                    {...{ locale, calendar, today }}
                    term={{ name: "activation", length: workingDays, from: acceptedOn, cases }}
                  />
                ),
              },
              {
                key: "portal",
                head: t("activations.portal"),
                rowHead: true,
                cell: ({ id, lines, party }) => (
                  <>
                    <Link className="link break-words" href={`/staff/contracts/${id}`}>
                      {lines.map(({ portal }) => portal).join(", ")}
                    </Link>
                    <span className="block font-normal text-muted">{party}</span>
                  </>
                ),
              },
            ]}
          />
        </Section>
        <Section title={t("today.nearestActs")}>
          <Table
            caption={t("today.nearestActs")}
            rows={toSend.rows.slice(0, NEAREST)}
            rowKey={({ id }) => id}
            empty={<EmptyState title={t("acts.empty.send")} />}
            columns={[
              {
                key: "due",
                head: t("acts.sendBy"),
                cell: ({ actWorkingDays, acceptedOn, cases }) => (
                  <DueCell
                    {...{ locale, calendar, today }}
                    term={{ name: "act-sending", length: actWorkingDays, from: acceptedOn, cases }}
                  />
                ),
              },
              {
                key: "number",
                head: t("acts.number"),
                rowHead: true,
                cell: ({ contractId, number, party }) => (
                  <>
                    <Link className="link num" href={`/staff/contracts/${contractId}`}>
                      {number}
                    </Link>
                    <span className="block font-normal text-muted">{party}</span>
                  </>
                ),
              },
            ]}
          />
        </Section>
      </div>
    </>
  );
}

const figuresOf = (counts: QueueCounts) =>
  [
    {
      key: "activations",
      value: counts.activations,
      href: "/staff/activations",
      noteCount: counts.activationsLate,
      allow: "staff.read",
    },
    {
      key: "activationsToday",
      value: counts.activationsToday,
      href: "/staff/activations?due=today",
      noteCount: 0,
      allow: "staff.read",
    },
    {
      key: "payments",
      value: counts.payments,
      href: "/staff/payments?state=decide",
      noteCount: 0,
      allow: "payment.read",
    },
    {
      key: "unidentified",
      value: counts.unidentified,
      href: "/staff/payments?state=unidentified",
      noteCount: 0,
      allow: "payment.read",
    },
    {
      key: "actsToSend",
      value: counts.actsToSend,
      href: "/staff/acts?state=send",
      noteCount: counts.actsToSendLate,
      allow: "staff.read",
    },
    {
      key: "actsWaiting",
      value: counts.actsWaiting,
      href: "/staff/acts?state=waiting",
      noteCount: 0,
      allow: "staff.read",
    },
    {
      key: "actsRefused",
      value: counts.actsRefused,
      href: "/staff/acts?state=refused",
      noteCount: 0,
      allow: "staff.read",
    },
    {
      key: "invoicesExpiring",
      value: counts.invoicesExpiring,
      href: "/staff/contracts?stage=invoiced",
      noteCount: 0,
      allow: "staff.read",
    },
    {
      key: "moneyQuestions",
      value: counts.moneyQuestions,
      href: "/staff/contracts?money=open",
      noteCount: 0,
      allow: "contract.settle-money-question",
    },
    { key: "mailFailed", value: counts.mailFailed, href: "/staff/mail?state=failed", noteCount: 0, allow: "mail.read" },
  ] as const;
