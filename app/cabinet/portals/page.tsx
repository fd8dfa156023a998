import { periodsByPortal } from "#/components/portal/periods.ts";
import { SubscriptionList } from "#/components/portal/subscription-list.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Table } from "#/components/ui/table.tsx";
import { subscriptionsOf } from "#/db/queries/cabinet.ts";
import { permits } from "#/lib/access/permissions.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, titled } from "../_page.ts";

export const generateMetadata = titled("portals");

/** Paid periods by portal (1.8, 6.1): what runs, what is over; nothing renews by itself. */
export default async function Portals() {
  const { actor, locale, t, given, read } = await cabinetPage();
  const { running, ended } = periodsByPortal(await read((tx) => subscriptionsOf(tx, actor.partyId)), given.today);
  const layout = translator(locale, "layout");
  const mayOrder = permits(actor, "contract.place-order");
  const order = mayOrder && <LinkButton href="/cabinet/orders/new">{layout("cabinet.order")}</LinkButton>;
  return (
    <>
      <PageHead title={layout("cabinet.portals")} lead={t("portals.lead")} actions={running.length > 0 && order} />
      {running.length > 0 ? (
        <SubscriptionList locale={locale} portals={running} given={given} mayOrder={mayOrder} />
      ) : (
        <EmptyState title={t("portals.empty")} action={order}>
          {t("portals.emptyText")}
        </EmptyState>
      )}
      {ended.length > 0 && (
        <div className="mt-8">
          <Section title={t("portals.ended")}>
            <Table
              caption={t("portals.ended")}
              rows={ended}
              rowKey={({ id }) => id}
              columns={[
                {
                  key: "portal",
                  head: t("portals.portal"),
                  rowHead: true,
                  cell: ({ portal, contractId }) => (
                    <Link className="link break-words" href={`/cabinet/contracts/${contractId}`}>
                      {portal}
                    </Link>
                  ),
                },
                {
                  key: "period",
                  head: t("portals.when"),
                  cell: ({ from, to }) => t("portals.period", { from: formatDay(from), to: formatDay(to) }),
                },
              ]}
            />
          </Section>
        </div>
      )}
    </>
  );
}
