import type { ReactNode } from "react";
import { fewPortals } from "#/components/portal/few-portals.ts";
import { Deadline } from "#/components/ui/deadline.tsx";
import { Money } from "#/components/ui/money.tsx";
import { PageHead } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { whyContract } from "#/lib/contract/why-state.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { contractClauses } from "./rule-clauses.ts";
import { leftOf, situationOf, toneOf, type Viewer } from "./situation.ts";
import { WhyState } from "./why-state.tsx";
import { clauseRef, OFFER_HREF, ruleOf, titleOf } from "./words.ts";

type Props = {
  locale: Locale;
  contract: Contract;
  given: Given;
  viewer: Viewer;
  offerHref?: string;
  above?: ReactNode;
  actions?: ReactNode;
};

/** What it is, in which state, by when: «ждём активации · ещё 6 рабочих дней до 11.05.2026 ?» */
export function ContractHead({ locale, contract, given, viewer, offerHref = OFFER_HREF, above, actions }: Props) {
  const t = translator(locale, "contract");
  const { code, clock } = situationOf(contract, given);
  const left = clock && leftOf(clock, given);
  const portals = fewPortals(
    contract.lines.map(({ portal }) => portal),
    locale,
  );
  const months = [...new Set(contract.lines.map((line) => t("months", { count: line.months })))].join(", ");
  return (
    <PageHead
      above={above}
      title={titleOf(contract, locale)}
      actions={actions}
      lead={
        <>
          <div className="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <span className="whitespace-nowrap">
              <Status tone={toneOf(code, viewer)}>{t(`status.${code}`)}</Status>
              <WhyState
                locale={locale}
                what={`${titleOf(contract, locale)}: ${t(`status.${code}`)}`}
                rule={translator(locale, "why")(`contract.${code}`)}
                clauses={contractClauses(code, contract)}
                why={whyContract(contract, given)}
                offerHref={offerHref}
              />
            </span>
            {clock && left && (
              <span>
                {t(`left.${left.key}`, { count: left.count })},{" "}
                <Deadline
                  locale={locale}
                  counted={clock.explanation.counted}
                  rule={ruleOf(clock, locale)}
                  clause={clauseRef(clock.clause, offerHref)}
                />
              </span>
            )}
          </div>
          <p className="mt-1 break-words">
            {portals} · {months} · <Money value={contract.total} />
          </p>
        </>
      }
    />
  );
}
