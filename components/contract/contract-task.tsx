import { LinkButton } from "#/components/ui/button.tsx";
import { Deadline } from "#/components/ui/deadline.tsx";
import { Money } from "#/components/ui/money.tsx";
import { Card } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { clocksOf } from "#/lib/contract/clocks.ts";
import { type Contract, currentAct, currentInvoice, type Given } from "#/lib/contract/contract.ts";
import { whyContract } from "#/lib/contract/why-state.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { PaymentDetails } from "./payment-details.tsx";
import { contractClauses } from "./rule-clauses.ts";
import { leftOf, situationOf, toneOf } from "./situation.ts";
import { WhyState } from "./why-state.tsx";
import { clauseRef, OFFER_HREF, ruleOf, titleOf } from "./words.ts";

/** One thing to do on the customer's first page: state, sentence, dates with their count, the button. */
export function ContractTask({ locale, contract, given }: { locale: Locale; contract: Contract; given: Given }) {
  const t = translator(locale, "contract");
  const cabinet = translator(locale, "cabinet");
  const { code, clock, params } = situationOf(contract, given);
  const left = clock && leftOf(clock, given);
  const invoice = currentInvoice(contract);
  const act = currentAct(contract);
  const toPay = invoice?.status === "live";
  const answers = clocksOf(contract, given).filter(
    ({ name, state }) => (name === "answer" || name === "deemed-acceptance") && state !== "stopped",
  );
  return (
    <Card>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6 gap-y-1">
        <h2>{titleOf(contract, locale)}</h2>
        <Money value={toPay ? invoice.total - invoice.paid : contract.total} />
      </div>
      <div className="mt-1 flex flex-wrap gap-x-3">
        <span className="whitespace-nowrap">
          <Status tone={toneOf(code, "customer")}>{t(`status.${code}`)}</Status>
          <WhyState
            locale={locale}
            what={`${titleOf(contract, locale)}: ${t(`status.${code}`)}`}
            rule={translator(locale, "why")(`contract.${code}`)}
            clauses={contractClauses(code, contract)}
            why={whyContract(contract, given)}
          />
        </span>
        {clock && left && answers.length === 0 && (
          <span>
            {t(`left.${left.key}`, { count: left.count })},{" "}
            <Deadline
              locale={locale}
              counted={clock.explanation.counted}
              rule={ruleOf(clock, locale)}
              clause={clauseRef(clock.clause, OFFER_HREF)}
            />
          </span>
        )}
      </div>
      <p className="mt-2 max-w-measure">{t(`now.customer.${code}`, params)}</p>
      {answers.length > 0 && (
        <ul className="mt-2 grid gap-1 text-sm">
          {answers.map((one) => (
            <li key={one.name}>
              {t(`clockName.${one.name}`)}:{" "}
              <Deadline
                locale={locale}
                counted={one.explanation.counted}
                rule={ruleOf(one, locale)}
                clause={clauseRef(one.clause, OFFER_HREF)}
              />
            </li>
          ))}
        </ul>
      )}
      {toPay && (
        <details className="mt-3">
          <summary className="link inline-block cursor-pointer">{cabinet("task.details")}</summary>
          <div className="mt-3">
            <PaymentDetails locale={locale} invoice={invoice} />
          </div>
        </details>
      )}
      <div className="mt-4 flex flex-wrap gap-2">
        <LinkButton href={`/cabinet/contracts/${contract.id}`} look={toPay ? "secondary" : "primary"}>
          {cabinet(answers.length > 0 ? "task.answer" : contract.stage === "lapsed" ? "task.reissue" : "task.open")}
        </LinkButton>
        {toPay && (
          <LinkButton href={`/api/invoices/${invoice.id}/pdf`} download>
            {cabinet("task.invoicePdf")}
          </LinkButton>
        )}
        {answers.length > 0 && act && (
          <LinkButton href={`/api/acts/${act.id}/pdf`} look="secondary" download>
            {cabinet("task.actPdf")}
          </LinkButton>
        )}
      </div>
    </Card>
  );
}
