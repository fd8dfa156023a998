import type { Metadata } from "next";
import { notFound } from "next/navigation";

import { ContractDocuments } from "#/components/contract/contract-documents.tsx";
import { ContractHead } from "#/components/contract/contract-head.tsx";
import { ContractLines } from "#/components/contract/contract-lines.tsx";
import { ContractTimeline } from "#/components/contract/contract-timeline.tsx";
import { EvidenceList } from "#/components/contract/evidence-list.tsx";
import { ForceMajeureNotice } from "#/components/contract/force-majeure-notice.tsx";
import { PaymentDetails } from "#/components/contract/payment-details.tsx";
import { WhatNow } from "#/components/contract/what-now.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { Section } from "#/components/ui/section.tsx";
import { evidenceOfContract } from "#/db/queries/cabinet-evidence.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { editionsOfContract } from "#/db/queries/editions-of-contract.ts";
import { editionsToShow } from "#/db/queries/offer.ts";
import { editionOfContract } from "#/lib/contract/accepted-edition.ts";
import { currentInvoice } from "#/lib/contract/contract.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, idOf, titled } from "../../_page.ts";
import { ContractActions } from "./actions.tsx";

type Props = { params: Promise<{ id: string }> };

export const generateMetadata: () => Promise<Metadata> = titled("orders");

/** One page for the whole life of an order and its contract: the state, what to do, the course, papers and proofs. */
export default async function ContractPage({ params }: Props) {
  const { actor, locale, given, read } = await cabinetPage();
  const id = idOf((await params).id);
  const found = await read(async (tx) => {
    const contract = await findContract(tx, actor, id);
    if (!contract) return null;
    const prices = (await editionsToShow(tx, given.today))?.priceList.prices ?? [];
    const library = await editionsOfContract(tx, id);
    return { contract, prices, library, evidence: await evidenceOfContract(tx, actor, id) };
  });
  if (!found) notFound();
  const { contract, prices, library, evidence } = found;
  const t = translator(locale, "contract");
  const invoice = currentInvoice(contract);
  const page = { locale, contract, given };
  return (
    <>
      <ContractHead
        {...page}
        viewer="customer"
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/cabinet/contracts", title: translator(locale, "layout")("cabinet.orders") }]}
          />
        }
      />
      <WhatNow {...page} viewer="customer">
        <ContractActions {...page} actor={actor} prices={prices} />
      </WhatNow>
      <ForceMajeureNotice {...page} />
      <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          {invoice?.status === "live" && (
            <Section title={t("payment.title")}>
              <PaymentDetails locale={locale} invoice={invoice} />
            </Section>
          )}
          <Section title={translator(locale, "common")("timeline.label")}>
            <ContractTimeline {...page} />
          </Section>
        </div>
        <div className="grid content-start gap-8">
          <Section title={t("documents.title")}>
            <ContractDocuments
              locale={locale}
              contract={contract}
              answer={editionOfContract(contract, library, given.today)}
              textHref={`/cabinet/contracts/${id}/text`}
            />
          </Section>
        </div>
      </div>
      <div className="mt-8 grid gap-8">
        <Section title={t("lines.title")}>
          <ContractLines locale={locale} contract={contract} />
        </Section>
        <Section title={t("evidence.title")}>
          <EvidenceList locale={locale} entries={evidence} />
        </Section>
      </div>
    </>
  );
}
