import type { ReactNode } from "react";

import { cancelOrderAction } from "#/app/_actions/contract/cancel-order.ts";
import { confirmActReceivedAction } from "#/app/_actions/contract/confirm-act-received.ts";
import { refuseActAction } from "#/app/_actions/contract/refuse-act.ts";
import { reissueInvoiceAction } from "#/app/_actions/contract/reissue-invoice.ts";
import { requestAssignmentAction } from "#/app/_actions/contract/request-assignment.ts";
import { signActAction } from "#/app/_actions/contract/sign-act.ts";
import { terminateByFaultAction } from "#/app/_actions/contract/terminate-by-fault.ts";
import { terminateEarlyAction } from "#/app/_actions/contract/terminate-early.ts";
import { withdrawForForceMajeureAction } from "#/app/_actions/contract/withdraw-for-force-majeure.ts";
import { UploadInput } from "#/components/act/upload-input.tsx";
import { RefusedStep, RefusedSteps, STANDS } from "#/components/contract/refused-steps.tsx";
import { StepDialog } from "#/components/contract/step-dialog.tsx";
import { Checkbox } from "#/components/form/choice.tsx";
import { DateInput, Textarea } from "#/components/form/text-input.tsx";
import { ScheduledPrices } from "#/components/price/scheduled-prices.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { PRICE_LIST } from "#/db/queries/documents.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import type { Action } from "#/lib/action-result.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Contract, currentInvoice, type Given } from "#/lib/contract/contract.ts";
import { type CustomerStep, customerChoices } from "#/lib/contract/customer-steps.ts";
import { standingOf } from "#/lib/contract/steps/refuse-edition.ts";
import type { History } from "#/lib/contract/why-since.ts";
import { cabinetEdition } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import type { OfferedRule } from "#/lib/price-list/discount.ts";
import type { PricedEdition } from "#/lib/price-list/history.ts";
import { type PriceRow, priceLines } from "#/lib/price-list/price.ts";
import { ForceMajeureActions } from "./force-majeure-actions.tsx";

type Props = {
  locale: Locale;
  contract: Contract;
  given: Given;
  actor: CustomerActor;
  prices: PriceRow[];
  coming: PricedEdition | null;
  discounts: readonly OfferedRule[];
  history: History;
};
/** A late signature is the same action as one in time: the step finds out. */
type Known = Exclude<CustomerStep, "attach-late-signature" | "refuse-edition">;

/** Rare and final: behind a line of their own, not beside what is to be done. */
const RARE: readonly CustomerStep[] = ["withdraw-for-force-majeure", "terminate-early", "request-assignment"];

/** The buttons that are allowed now, and those that are not: each says why, since when and what opens it. */
export function ContractActions(props: Props) {
  const { locale, contract, actor, given, history } = props;
  const t = translator(locale, "cabinet");
  const invoice = currentInvoice(contract);
  const choices = customerChoices(contract, given, history, actor);
  const allowed = choices.filter((choice) => choice.allowed);
  const steps = allowed.filter(({ step }) => !RARE.includes(step));
  const rare = allowed.filter(({ step }) => RARE.includes(step));
  const refused = choices.filter((choice) => !choice.allowed);
  const near = refused.filter(({ step, reason }) => !RARE.includes(step) && STANDS.includes(reason));
  const pdf = invoice?.status === "live";
  const over = contract.stage === "ended" || contract.stage === "terminated";
  const renew = over && permits(actor, "contract.place-order");
  const name = (step: CustomerStep) => t(`actions.${step}.open`);
  return (
    <>
      {(steps.length > 0 || near.length > 0 || renew || pdf) && (
        <div className="no-print mt-4 flex flex-wrap gap-2">
          {pdf && (
            <LinkButton href={`/api/invoices/${invoice.id}/pdf`} download>
              {t("task.invoicePdf")}
            </LinkButton>
          )}
          {renew && <LinkButton href={renewHref(contract)}>{t("portals.renew")}</LinkButton>}
          {steps.map(({ step }) => (
            <StepButton key={step} step={step} {...props} />
          ))}
          {near.map((why) => (
            <RefusedStep key={why.step} locale={locale} name={name(why.step)} why={why} />
          ))}
        </div>
      )}
      {rare.length > 0 && (
        <details className="no-print mt-4">
          <summary className="link inline-block cursor-pointer text-sm">{t("actions.more")}</summary>
          <div className="mt-3 flex flex-wrap gap-2">
            {rare.map(({ step }) => (
              <StepButton key={step} step={step} {...props} />
            ))}
            {permits(actor, "force-majeure.declare") && <ForceMajeureActions {...props} />}
          </div>
        </details>
      )}
      <RefusedSteps
        locale={locale}
        steps={refused.filter((why) => !near.includes(why)).map((why) => ({ name: name(why.step), why }))}
      />
    </>
  );
}

const renewHref = ({ lines }: Contract) =>
  `/cabinet/orders/new?${new URLSearchParams(lines.map(({ portal }) => ["portal", portal]))}&renew=1`;

const ACTIONS: Record<Known, Action<unknown>> = {
  "reissue-invoice": reissueInvoiceAction,
  "cancel-order": cancelOrderAction,
  "confirm-act-received": confirmActReceivedAction,
  "sign-act": signActAction,
  "refuse-act": refuseActAction,
  "terminate-by-fault": terminateByFaultAction,
  "terminate-early": terminateEarlyAction,
  "request-assignment": requestAssignmentAction,
  "withdraw-for-force-majeure": withdrawForForceMajeureAction,
};
const FINAL: readonly CustomerStep[] = [
  "cancel-order",
  "refuse-act",
  "terminate-by-fault",
  "terminate-early",
  "withdraw-for-force-majeure",
];
const QUIET: readonly CustomerStep[] = ["cancel-order", ...RARE];

function StepButton({ step: name, ...props }: Props & { step: CustomerStep }) {
  const { locale, contract } = props;
  const t = translator(locale, "cabinet");
  if (name === "refuse-edition") return <EditionLink {...props} />;
  const step: Known = name === "attach-late-signature" ? "sign-act" : name;
  const main = step === "sign-act" || step === "reissue-invoice" || step === "terminate-by-fault";
  return (
    <StepDialog
      step={step}
      action={ACTIONS[step]}
      contractId={contract.id}
      version={contract.version}
      look={main ? "primary" : QUIET.includes(step) ? "quiet" : "secondary"}
      submitLook={FINAL.includes(step) ? "danger" : "primary"}
      words={{
        open: t(`actions.${name}.open`),
        title: t(`actions.${name}.title`),
        submit: t(`actions.${name}.submit`),
        close: translator(locale, "common")("dialog.close"),
      }}
    >
      <p className="max-w-measure">{t(`actions.${name}.text`)}</p>
      {FIELDS[step](props)}
    </StepDialog>
  );
}

/** 6.2: a refusal is decided where the text, the changes and all contracts are. */
function EditionLink({ locale, contract, given }: Props) {
  const { today } = given;
  const open = contract.newerOffers.find(
    (edition) => edition.publishedOn <= today && standingOf(contract, edition, today) === "open",
  );
  return (
    open && (
      <LinkButton href={cabinetEdition(open.number)} look="secondary">
        {translator(locale, "cabinet")("actions.refuse-edition.open")}
      </LinkButton>
    )
  );
}

const FIELDS: Record<Known, (props: Props) => ReactNode> = {
  "reissue-invoice": Prices,
  "cancel-order": ({ locale }) => (
    <Textarea name="reason" label={translator(locale, "cabinet")("actions.reason")} rows={3} />
  ),
  "confirm-act-received": ({ locale, given }) => (
    <DateInput
      name="receivedOn"
      label={translator(locale, "cabinet")("actions.receivedOn")}
      hint={translator(locale, "cabinet")("actions.dateHint")}
      defaultValue={formatDay(given.today)}
    />
  ),
  "sign-act": ({ locale, given, contract }) => (
    <>
      <DateInput
        name="signedOn"
        label={translator(locale, "cabinet")("actions.signedOn")}
        hint={translator(locale, "cabinet")("actions.dateHint")}
        defaultValue={formatDay(given.today)}
      />
      <UploadInput
        kind="signed-act"
        contractId={contract.id}
        name="signedFileId"
        label={translator(locale, "cabinet")("actions.signedFile")}
        hint={translator(locale, "cabinet")("actions.signedFileHint")}
      />
    </>
  ),
  "refuse-act": ({ locale, contract }) => (
    <>
      <Textarea
        name="reason"
        label={translator(locale, "cabinet")("actions.refusal")}
        hint={translator(locale, "cabinet")("actions.refusalHint")}
        rows={5}
      />
      <UploadInput
        kind="refusal"
        contractId={contract.id}
        name="fileId"
        optional
        label={translator(locale, "cabinet")("actions.refusalFile")}
        hint={translator(locale, "cabinet")("actions.refusalFileHint")}
      />
    </>
  ),
  "terminate-by-fault": ({ locale }) => (
    <Textarea
      name="reason"
      optional
      label={translator(locale, "cabinet")("actions.faultReason")}
      hint={translator(locale, "cabinet")("actions.faultHint")}
      rows={4}
    />
  ),
  "terminate-early": ({ locale }) => (
    <Checkbox name="understood" label={translator(locale, "cabinet")("actions.understood")} />
  ),
  "withdraw-for-force-majeure": () => null,
  "request-assignment": ({ locale }) => (
    <Textarea name="reason" label={translator(locale, "cabinet")("actions.assignee")} rows={3} />
  ),
};

/** Old and new price side by side, before anything is issued (3.2). */
function Prices({ locale, contract, given, prices, coming, discounts }: Props) {
  const t = translator(locale, "cabinet");
  const priced = priceLines(contract.lines, prices, discounts);
  const until = addWorkingDays(given.calendar, given.today, given.settings.invoiceValidityWorkingDays).date;
  return (
    <>
      <KeyValue
        pairs={[
          { key: t("actions.oldPrice"), value: formatMoney(contract.total) },
          { key: t("actions.newPrice"), value: priced.ok ? formatMoney(priced.value.total) : t("actions.notSold") },
          { key: t("actions.newUntil"), value: formatDay(until) },
        ]}
      />
      <ScheduledPrices locale={locale} slug={PRICE_LIST} next={coming} />
    </>
  );
}
