import { currentActor } from "#/app/_auth/current-actor.ts";
import { currentTime, givenAt } from "#/app/_time/now.ts";
import { Section } from "#/components/ui/section.tsx";
import { database, inTenant } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { editionByNumber } from "#/db/queries/documents.ts";
import { openContractIds } from "#/db/queries/open-contracts.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type ClockName, clocksOf } from "#/lib/contract/clocks.ts";
import { type Contract, currentInvoice, type Given } from "#/lib/contract/contract.ts";
import { type GovernedTerm, type Impact, impactOf } from "#/lib/editions/impact.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Compared } from "./_compared.ts";

type Term = ClockName | "contract-end";
/** More open contracts than a reader goes through; the newest are told. */
const MOST = 30;

/** What the change means for the contracts of a signed-in customer; nothing for everybody else. */
export async function ImpactOnContracts({ locale, compared }: { locale: Locale; compared: Compared }) {
  const actor = await currentActor();
  if (actor?.kind !== "customer" || compared.fresh.edition.kind !== "offer") return null;
  const given = await givenAt(database(), await currentTime());
  const { slug } = compared.fresh.edition;
  const { contracts, editions } = await inTenant(
    database(),
    actor,
    async (tx) => {
      const found: Contract[] = [];
      for (const id of await openContractIds(tx, actor, MOST)) {
        const contract = await findContract(tx, actor, id);
        if (contract) found.push(contract);
      }
      const [old, fresh] = [compared.old.edition.number, compared.fresh.edition.number];
      const ids = [await editionByNumber(tx, slug, old), await editionByNumber(tx, slug, fresh)];
      return { contracts: found, editions: { old: ids[0]?.id ?? "", new: ids[1]?.id ?? "" } };
    },
    { readOnly: true },
  );
  const governed = contracts.map((contract) => ({
    id: contract.id,
    acceptedOffer: contract.acceptedOfferId,
    terms: termsOf(contract, given),
  }));
  const impacts = impactOf(compared.diff, governed, editions);
  const t = translator(locale, "diff");
  return (
    <Section title={t("page.impact")}>
      {impacts.length === 0 ? (
        <p className="max-w-measure">{t("page.impactNone")}</p>
      ) : (
        <ul className="grid max-w-measure gap-3">
          {impacts.map((impact) => (
            <Line key={`${impact.contractId} ${impact.term}`} {...{ impact, contracts, locale }} />
          ))}
        </ul>
      )}
    </Section>
  );
}

function Line({ impact, contracts, locale }: { impact: Impact; contracts: Contract[]; locale: Locale }) {
  const t = translator(locale, "diff");
  const contract = contracts.find(({ id }) => id === impact.contractId);
  const number = (contract && currentInvoice(contract)?.number) ?? "";
  const label = t("page.contract", { number });
  const [before, after] = t("page.impactLine", {
    ...{ clause: impact.clause, term: t(`page.clocks.${impact.term as Term}`) },
    ...{ date: formatDay(impact.due), contract: label },
  }).split(label);
  return (
    <li>
      {before}
      <a className="link whitespace-nowrap" href={`/cabinet/contracts/${impact.contractId}`}>
        {label}
      </a>
      {after}{" "}
      <span className="text-muted">
        {impact.kept ? t("page.impactKept") : contract?.acceptedOfferId === null && t("page.impactOrder")}
      </span>
    </li>
  );
}

/** Terms that are not over: the clocks of the contract, and its own end (6.1). */
function termsOf(contract: Contract, given: Given): GovernedTerm[] {
  const invoice = currentInvoice(contract);
  const clocks = clocksOf(contract, given)
    .filter(({ name, state }) => state !== "stopped" && (name !== "invoice-validity" || invoice?.status === "live"))
    .map(({ name, clause, due }) => ({ name, clause, due }));
  const end = contract.stage === "active" && contract.endsOn;
  return end ? [...clocks, { name: "contract-end" satisfies Term, clause: "6.1", due: end }] : clocks;
}
