import { notFound } from "next/navigation";

import { activateAccessAction } from "#/app/_actions/contract/activate-access.ts";
import { ActivationSection } from "#/components/activation/activation-section.tsx";
import { ContractDocuments } from "#/components/contract/contract-documents.tsx";
import { ContractHead } from "#/components/contract/contract-head.tsx";
import { ContractLines } from "#/components/contract/contract-lines.tsx";
import { ContractTimeline } from "#/components/contract/contract-timeline.tsx";
import { EvidenceList } from "#/components/contract/evidence-list.tsx";
import { ForceMajeureNotice } from "#/components/contract/force-majeure-notice.tsx";
import { WhatNow } from "#/components/contract/what-now.tsx";
import { ContractActions } from "#/components/staff/contract-actions.tsx";
import { contractForms } from "#/components/staff/contract-forms.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Link } from "#/components/ui/link.tsx";
import { Section } from "#/components/ui/section.tsx";
import { evidenceOfContract } from "#/db/queries/cabinet-evidence.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { editionsOfContract } from "#/db/queries/editions-of-contract.ts";
import { activateFacts } from "#/db/queries/payments.ts";
import { permits } from "#/lib/access/permissions.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { editionOfContract } from "#/lib/contract/accepted-edition.ts";
import { withdrawalCase } from "#/lib/contract/force-majeure.ts";
import { staffChoices } from "#/lib/contract/staff-steps.ts";
import { translator } from "#/lib/messages/messages.ts";
import { idOf, staffPage } from "../../_page.ts";
import { staffActions } from "./actions.ts";

/** The customer's page of the contract, with what the house may do. */
export default async function StaffContractPage({ params }: { params: Promise<{ id: string }> }) {
  const { actor, locale, t, given, read } = await staffPage("contract.read");
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const contract = await findContract(tx, actor, id);
    if (!contract) return null;
    const runningUntil = new Map<string, Day>();
    for (const { portal, activeFrom } of contract.lines) {
      const until = activeFrom ? null : await activateFacts(tx, portal);
      if (until) runningUntil.set(portal, until);
    }
    const library = await editionsOfContract(tx, id);
    return { contract, runningUntil, library, evidence: await evidenceOfContract(tx, actor, id) };
  });
  if (!found) notFound();
  const { contract, runningUntil, library, evidence } = found;
  const words = translator(locale, "contract");
  const page = { locale, contract, given };
  const mayWithdraw = withdrawalCase(contract, given.today) !== null;
  const choices = staffChoices({ ...contract, mayWithdraw }, actor);
  const activating = contract.stage === "concluded" && permits(actor, "contract.activate-access");
  return (
    <>
      <ContractHead
        {...page}
        viewer="staff"
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/staff/contracts", title: t("contracts.title") }]}
          />
        }
      />
      <p className="mb-4">
        <Link className="link" href={`/staff/parties/${contract.partyId}`}>
          {contract.party.name}
        </Link>
      </p>
      <WhatNow {...page} viewer="staff" />
      <ForceMajeureNotice {...page} />
      <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          {activating && <ActivationSection {...page} action={activateAccessAction} runningUntil={runningUntil} />}
          <div id="actions">
            <Section title={t("actions.title")}>
              <ContractActions
                locale={locale}
                choices={choices.filter(({ step, state }) => step !== "activate-access" || state !== "open")}
                place={{ stage: t(`stage.${contract.stage}`), act: t(`act.${contract.act}`) }}
                below={activating}
                forms={contractForms({ ...page, actions: staffActions })}
              />
            </Section>
          </div>
          <Section title={translator(locale, "common")("timeline.label")}>
            <ContractTimeline {...page} />
          </Section>
        </div>
        <div className="grid content-start gap-8">
          <Section title={words("documents.title")}>
            <ContractDocuments
              locale={locale}
              contract={contract}
              answer={editionOfContract(contract, library, given.today)}
              textHref={`/staff/contracts/${id}/text`}
            />
          </Section>
        </div>
      </div>
      <div className="mt-8 grid gap-8">
        <Section title={words("lines.title")}>
          <ContractLines locale={locale} contract={contract} />
        </Section>
        <Section title={words("evidence.title")}>
          <EvidenceList locale={locale} entries={evidence} />
        </Section>
      </div>
    </>
  );
}
