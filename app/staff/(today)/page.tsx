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
import { queueCounts } from "#/db/queries/staff-today.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDayLong } from "#/lib/calendar/format.ts";
import { QUEUE_NAMES, type QueueCounts, queueOf } from "#/lib/contract/queues.ts";
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
  const figures = figuresOf(actor, counts).map(({ key, noteCount, ...figure }) => ({
    ...figure,
    title: t(`today.${key}`, { count: figure.value }),
    note: late(noteCount),
  }));
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

/** Every queue that this role may see, and beside the activations those whose last day is today. */
function figuresOf(actor: StaffActor, counts: QueueCounts) {
  return QUEUE_NAMES.filter((name) => permits(actor, queueOf(name).allow)).flatMap((name) => {
    const { path, late, today } = queueOf(name);
    const whole = { key: name, value: counts[name], href: path, noteCount: late ? counts[late.figure] : 0 };
    return today?.figure === "activationsToday"
      ? [whole, { key: today.figure, value: counts[today.figure], href: today.path, noteCount: 0 }]
      : [whole];
  });
}
