import { notFound } from "next/navigation";

import { changeActChannelAction } from "#/app/_actions/party/change-act-channel.ts";
import { choosePaperLanguageAction } from "#/app/_actions/party/choose-paper-language.ts";
import { drawUpReconciliationAction } from "#/app/_actions/reconciliation/draw-up-reconciliation.ts";
import { PaperLanguage } from "#/components/party/paper-language.tsx";
import { RequisitesView } from "#/components/party/requisites-view.tsx";
import { Reconciliations } from "#/components/reconciliation/reconciliations.tsx";
import { MonthPackForm } from "#/components/settlements/month-pack-form.tsx";
import { TakeStatement } from "#/components/settlements/take-statement.tsx";
import { ActChannel } from "#/components/staff/act-channel.tsx";
import { PartyMoney } from "#/components/staff/party-money.tsx";
import { stageTone } from "#/components/staff/stage-tone.ts";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { DateText, MomentText } from "#/components/ui/date-text.tsx";
import { EmptyState } from "#/components/ui/empty-state.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Money } from "#/components/ui/money.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { Table } from "#/components/ui/table.tsx";
import { findParty, membersOf, requisitesHistory } from "#/db/queries/parties.ts";
import { reconciliationsOf } from "#/db/queries/reconciliations.ts";
import { contractsOfParty, moneyOfParty } from "#/db/queries/staff-parties.ts";
import type { CustomerRole } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../_page.ts";

export default async function PartyPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, t, given, read } = await staffPage("party.read");
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const party = await findParty(tx, actor, id);
    if (!party) return null;
    return {
      party,
      versions: await requisitesHistory(tx, id),
      people: await membersOf(tx, id),
      contracts: await contractsOfParty(tx, id),
      money: await moneyOfParty(tx, id),
      reconciliations: await reconciliationsOf(tx, id),
    };
  });
  if (!found) notFound();
  const { party, versions, people, contracts, money, reconciliations } = found;
  const [current, ...earlier] = versions;
  const settlements = translator(locale, "settlements");
  const period = { from: asDay(`${given.today.slice(0, 4)}-01-01`), to: given.today };
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/staff/parties", title: t("parties.title") }]}
          />
        }
        title={<span className="break-words">{party.name}</span>}
        lead={party.unp && <span className="num">{t("parties.unp", { unp: party.unp })}</span>}
      />
      <div className="grid gap-8 xl:grid-cols-2">
        <Section title={t("parties.requisites")}>
          {current && (
            <>
              <RequisitesView locale={locale} requisites={current.requisites} />
              <p className="mt-2 text-muted text-sm">
                {t("parties.version", { version: current.version, from: formatDay(current.validFrom) })}
              </p>
            </>
          )}
          {earlier.map((version) => (
            <details key={version.id} className="mt-3">
              <summary className="link cursor-pointer">
                {t("parties.version", { version: version.version, from: formatDay(version.validFrom) })}
              </summary>
              <p className="my-2 text-muted text-sm">
                {t("parties.entered")} <MomentText at={version.enteredAt} />
              </p>
              <RequisitesView locale={locale} requisites={version.requisites} />
            </details>
          ))}
        </Section>
        <div className="grid content-start gap-8">
          <Section title={t("parties.people")}>
            <ul className="grid gap-2">
              {people.map((person) => (
                <li key={person.id}>
                  <span className="font-medium">{person.name}</span>, {t(`customerRole.${person.role as CustomerRole}`)}
                  <span className="block break-all text-muted text-sm">{person.email}</span>
                </li>
              ))}
            </ul>
          </Section>
          {(permits(actor, "contract.place-order") || permits(actor, "party.update-requisites")) && (
            <Section title={t("parties.forCustomer")}>
              <p className="mb-3 max-w-measure text-muted text-sm">{t("parties.forCustomerText")}</p>
              <p className="flex flex-wrap gap-2">
                {permits(actor, "contract.place-order") && (
                  <LinkButton look="secondary" href={`/staff/parties/${id}/order`}>
                    {t("parties.order")}
                  </LinkButton>
                )}
                {permits(actor, "party.update-requisites") && (
                  <LinkButton look="secondary" href={`/staff/parties/${id}/requisites`}>
                    {t("parties.edit")}
                  </LinkButton>
                )}
              </p>
            </Section>
          )}
          <Section title={t("parties.money")}>
            <PartyMoney locale={locale} {...money} />
          </Section>
          <Section
            title={settlements("staff.title")}
            aside={<TakeStatement locale={locale} partyId={id} period={period} />}
          >
            <p className="mb-3 max-w-measure text-muted text-sm">{settlements("staff.lead")}</p>
            <MonthPackForm locale={locale} partyId={id} today={given.today} />
          </Section>
          <Reconciliations
            locale={locale}
            rows={reconciliations}
            today={given.today}
            action={permits(actor, "reconciliation.draw-up") ? drawUpReconciliationAction : null}
            partyId={id}
          />
          <Section title={t("parties.channel")}>
            <ActChannel
              locale={locale}
              party={party}
              action={permits(actor, "contract.send-act") ? changeActChannelAction : null}
            />
          </Section>
          <Section title={translator(locale, "papers")("language.title")}>
            <PaperLanguage
              locale={locale}
              party={party}
              action={permits(actor, "party.update-requisites") ? choosePaperLanguageAction : null}
              withReason
            />
          </Section>
        </div>
      </div>
      <div className="mt-8">
        <Section title={t("contracts.title")}>
          <Table
            caption={t("contracts.title")}
            rows={contracts}
            rowKey={(row) => row.id}
            empty={<EmptyState title={t("contracts.empty")} />}
            columns={[
              {
                key: "number",
                head: t("contracts.number"),
                rowHead: true,
                cell: (row) => (
                  <Link className="link num" href={`/staff/contracts/${row.id}`}>
                    {row.number ?? t("contracts.noInvoice")}
                  </Link>
                ),
              },
              {
                key: "placed",
                head: t("contracts.placed"),
                cell: ({ placedAt }) => <DateText day={dayInMinsk(placedAt)} />,
              },
              {
                key: "state",
                head: t("contracts.state"),
                cell: (row) => <Status tone={stageTone(row, given.today)}>{t(`stage.${row.stage}`)}</Status>,
              },
              { key: "sum", head: t("sum"), end: true, cell: ({ total }) => <Money value={total} bare /> },
            ]}
          />
        </Section>
      </div>
    </>
  );
}
