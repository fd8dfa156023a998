import { ContractTask } from "#/components/contract/contract-task.tsx";
import { EditionTask } from "#/components/edition/edition-task.tsx";
import { endingSoon, periodsByPortal } from "#/components/portal/periods.ts";
import { RenewTask } from "#/components/portal/renew-task.tsx";
import { SubscriptionList } from "#/components/portal/subscription-list.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { contractsThatWait, subscriptionsOf } from "#/db/queries/cabinet.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { openWindows } from "#/db/queries/edition-window.ts";
import { currentRequisites } from "#/db/queries/offer.ts";
import { permits } from "#/lib/access/permissions.ts";
import { translator } from "#/lib/messages/messages.ts";
import { requisitesComplete } from "#/lib/requisites/requisites.ts";
import { cabinetPage, titled } from "../_page.ts";

export const generateMetadata = titled("overview");
const TASKS = 5;

/** What must I do now, then what runs. */
export default async function Overview() {
  const { actor, locale, t, given, read } = await cabinetPage();
  const { contracts, periods, complete, editions } = await read(async (tx) => {
    const found = [];
    for (const id of await contractsThatWait(tx, actor, TASKS)) found.push(await findContract(tx, actor, id));
    return {
      contracts: found.filter((one) => one !== null),
      periods: await subscriptionsOf(tx, actor.partyId),
      editions: await openWindows(tx, actor, given.today),
      complete: requisitesComplete((await currentRequisites(tx, actor.partyId))?.value),
    };
  });
  const portals = periodsByPortal(periods, given.today);
  const ending = endingSoon(portals, given.today).slice(0, TASKS - contracts.length);
  const mayOrder = permits(actor, "contract.place-order");
  const order = mayOrder && (
    <LinkButton href="/cabinet/orders/new">{translator(locale, "layout")("cabinet.order")}</LinkButton>
  );
  const nothing = contracts.length === 0 && editions.length === 0 && ending.length === 0 && complete;
  return (
    <>
      <PageHead title={t("overview.title")} actions={(!nothing || portals.running.length > 0) && order} />
      {!complete && (
        <Notice tone="needs" title={t("overview.incomplete")}>
          <p className="mb-3">{t("overview.incompleteText")}</p>
          <LinkButton href="/cabinet/company/edit" look="secondary" small>
            {t("overview.incompleteAction")}
          </LinkButton>
        </Notice>
      )}
      {editions.map((edition) => (
        <EditionTask key={edition.number} locale={locale} {...edition} />
      ))}
      {nothing && portals.running.length === 0 ? (
        <EmptyState title={t("overview.empty")} action={order}>
          {t("overview.emptyText")}
        </EmptyState>
      ) : (
        <>
          {nothing && <Notice tone="done" title={t("overview.nothing")} />}
          <div className="my-6 grid gap-4">
            {contracts.map((contract) => (
              <ContractTask key={contract.id} locale={locale} contract={contract} given={given} />
            ))}
            {ending.map((portal) => (
              <RenewTask key={portal.portal} locale={locale} portal={portal} given={given} mayOrder={mayOrder} />
            ))}
          </div>
          {portals.running.length > 0 && (
            <Section title={t("overview.running")}>
              <SubscriptionList locale={locale} portals={portals.running} given={given} mayOrder={mayOrder} />
            </Section>
          )}
        </>
      )}
    </>
  );
}
