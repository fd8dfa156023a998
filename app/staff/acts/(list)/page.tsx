import { ActPlaces } from "#/components/staff/act-places.tsx";
import { DueCell } from "#/components/staff/due-cell.tsx";
import { Filters } from "#/components/staff/filters.tsx";
import { listHref } from "#/components/staff/query.ts";
import { QueueKeys } from "#/components/staff/queue-keys.tsx";
import { DateText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Pagination } from "#/components/ui/pagination.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { type Column, Table } from "#/components/ui/table.tsx";
import { ACT_FILTERS, type ActFilter, type ActRow, actQueue } from "#/db/queries/staff-acts.ts";
import { readCursor } from "#/db/queries/staff-keyset.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../../_page.ts";

const PATH = "/staff/acts";

export default async function ActsPage({ searchParams }: { searchParams: Query }) {
  const page = await staffPage("staff.read");
  const { actor, locale, t, given, read } = page;
  const query = await oneOf(searchParams);
  const filter = ACT_FILTERS.find((one) => one === query.state) ?? "send";
  const { acts, counts } = await read(async (tx) => ({
    acts: await actQueue(tx, { filter, cursor: readCursor(query) }),
    counts: await queueCounts(tx, given.today),
  }));
  const count: Partial<Record<ActFilter, number>> = {
    send: counts.actsToSend,
    waiting: counts.actsWaiting,
    refused: counts.actsRefused,
  };
  const options = ACT_FILTERS.map((state) => ({
    href: listHref(PATH, { state }),
    title: t(`acts.filter.${state}`),
    current: filter === state,
    count: count[state],
  }));
  return (
    <>
      <PageHead
        title={t("acts.title")}
        lead={t(`acts.lead.${filter}`)}
        above={<ActPlaces locale={locale} actor={actor} home={false} />}
        actions={
          filter === "send" &&
          permits(actor, "contract.send-act") && (
            <>
              <FileLink
                locale={locale}
                href="/api/acts/postal-register"
                title={translator(locale, "papers")("register")}
                kind="PDF"
              />
              <FileLink
                locale={locale}
                href="/api/acts/postal-register?language=be"
                title={translator(locale, "papers")("registerBe")}
                kind="PDF"
              />
            </>
          )
        }
      />
      <Filters label={t("filters")} options={options} />
      <QueueKeys>
        <Table
          caption={t(`acts.filter.${filter}`)}
          rows={acts.rows}
          rowKey={({ id }) => id}
          empty={<EmptyState title={t(`acts.empty.${filter}`)} />}
          columns={columnsOf(page, filter)}
        />
      </QueueKeys>
      <p className="no-print mt-4 text-muted text-sm max-md:hidden">{t("keys")}</p>
      <Pagination
        locale={locale}
        previous={acts.previous && listHref(PATH, { state: filter, before: acts.previous })}
        next={acts.next && listHref(PATH, { state: filter, after: acts.next })}
      />
    </>
  );
}

type Page = Awaited<ReturnType<typeof staffPage>>;

function columnsOf({ locale, t, given }: Page, filter: ActFilter): Column<ActRow>[] {
  const { today, calendar } = given;
  const about: Column<ActRow>[] = [
    {
      key: "number",
      head: t("acts.number"),
      rowHead: true,
      cell: ({ contractId, number }) => (
        <Link className="link num" href={`/staff/contracts/${contractId}#actions`}>
          {number}
        </Link>
      ),
    },
    { key: "party", head: t("activations.party"), cell: ({ party }) => party },
    { key: "channel", head: t("acts.channel"), cell: ({ channel }) => t(`acts.via.${channel}`) },
  ];
  const day = (key: string, head: string, of: (row: ActRow) => ActRow["sentOn"]): Column<ActRow> => ({
    key,
    head,
    cell: (row) => {
      const value = of(row);
      return value ? <DateText day={value} /> : "—";
    },
  });
  if (filter === "send")
    return [
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
      ...about,
      day("issued", t("acts.issuedOn"), ({ issuedOn }) => issuedOn),
    ];
  if (filter === "waiting")
    return [
      {
        key: "due",
        head: t("acts.silence"),
        cell: ({ deemedWorkingDays, sentOn, cases }) =>
          sentOn && (
            <DueCell
              {...{ locale, calendar, today }}
              term={{ name: "deemed-acceptance", length: deemedWorkingDays, from: sentOn, cases }}
            />
          ),
      },
      ...about,
      day("received", t("acts.receivedOn"), ({ receivedOn }) => receivedOn),
      day("answer", t("acts.answerBy"), ({ answerDueOn }) => answerDueOn),
    ];
  if (filter === "refused")
    return [
      day("refused", t("acts.refusedOn"), ({ refusedOn }) => refusedOn),
      ...about,
      { key: "reason", head: t("acts.reason"), cell: ({ refusalReason }) => refusalReason },
    ];
  return [
    day("done", t(filter === "signed" ? "acts.signedOn" : "acts.deemedOn"), (row) =>
      filter === "signed" ? row.signedOn : row.deemedOn,
    ),
    ...about,
    day("sent", t("acts.sentOn"), ({ sentOn }) => sentOn),
  ];
}
