import type { ReactNode } from "react";
import { RenewalForecast } from "#/components/portal/forecast.tsx";
import { Section } from "#/components/ui/section.tsx";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { ContractDocuments } from "./contract-documents.tsx";
import { ContractHead } from "./contract-head.tsx";
import { ContractLines } from "./contract-lines.tsx";
import { ContractTimeline } from "./contract-timeline.tsx";
import { EvidenceList, type EvidenceRow } from "./evidence-list.tsx";
import { ForceMajeureNotice } from "./force-majeure-notice.tsx";
import type { Answer } from "./living-edition.tsx";
import type { Viewer } from "./situation.ts";
import { StateList } from "./state-list.tsx";
import { WhatNow } from "./what-now.tsx";

type Props = {
  locale: Locale;
  contract: Contract;
  given: Given;
  viewer: Viewer;
  evidence: readonly EvidenceRow[];
  answer: Answer | null;
  textHref: string;
  /** The way here. */
  above: ReactNode;
  /** Under the head: whose it is, which day is shown. */
  about?: ReactNode;
  /** Buttons of what is to be done, in the first sentence. */
  todo?: ReactNode;
  /** Sections before the course. */
  work?: ReactNode;
  /** What was written about it, and what became of each letter. */
  letters?: ReactNode;
  /** The page shows a day that is past. */
  past: boolean;
  asOf: ReactNode;
};

/** One page for the whole life of an order and its contract, for both sides and for any day: state, course, papers, proofs. */
export function ContractView(props: Props) {
  const { locale, contract, given, viewer, evidence } = props;
  const t = translator(locale, "contract");
  const page = { locale, contract, given };
  return (
    <>
      <ContractHead {...page} viewer={viewer} above={props.above} />
      {props.about}
      <WhatNow {...page} viewer={viewer} past={props.past}>
        {props.todo}
      </WhatNow>
      <ForceMajeureNotice {...page} />
      <div className="mt-8 grid gap-x-10 gap-y-8 xl:grid-cols-[minmax(0,1fr)_20rem]">
        <div className="grid content-start gap-8">
          {props.work}
          <Section title={translator(locale, "common")("timeline.label")}>
            <ContractTimeline {...page} />
          </Section>
          <RenewalForecast {...page} />
        </div>
        <div className="grid content-start gap-8">
          <Section title={translator(locale, "why")("states.title")}>
            <StateList {...page} viewer={viewer} />
          </Section>
          <Section title={t("documents.title")}>
            <ContractDocuments {...{ locale, contract }} answer={props.answer} textHref={props.textHref} />
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
        {props.letters}
        {props.asOf}
      </div>
    </>
  );
}
