import type { ReactNode } from "react";

import { cancelOrderAction } from "#/app/_actions/contract/cancel-order.ts";
import { confirmActReceivedAction } from "#/app/_actions/contract/confirm-act-received.ts";
import { refuseActAction } from "#/app/_actions/contract/refuse-act.ts";
import { reissueInvoiceAction } from "#/app/_actions/contract/reissue-invoice.ts";
import { signActAction } from "#/app/_actions/contract/sign-act.ts";
import { UploadInput } from "#/components/act/upload-input.tsx";
import { StepDialog } from "#/components/contract/step-dialog.tsx";
import { DateInput, Textarea } from "#/components/form/text-input.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import type { CustomerActor } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import type { Action } from "#/lib/action-result.ts";
import { addWorkingDays } from "#/lib/calendar/count.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Contract, currentAct, currentInvoice, type Given } from "#/lib/contract/contract.ts";
import { type Step, stepsFrom } from "#/lib/contract/machine.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { type PriceRow, priceLines } from "#/lib/price-list/price.ts";

type Props = { locale: Locale; contract: Contract; given: Given; actor: CustomerActor; prices: PriceRow[] };
type Known = "reissue-invoice" | "cancel-order" | "confirm-act-received" | "sign-act" | "refuse-act";

const ALLOW: Record<Known, Permission> = {
  "reissue-invoice": "contract.reissue-invoice",
  "cancel-order": "contract.cancel-order",
  "confirm-act-received": "contract.confirm-act-received",
  "sign-act": "contract.sign-act",
  "refuse-act": "contract.refuse-act",
};
const ORDER: readonly Known[] = ["sign-act", "confirm-act-received", "refuse-act", "reissue-invoice", "cancel-order"];

/** The buttons that the table of life and the reader's role allow now; what the role forbids is said. */
export function ContractActions(props: Props) {
  const { locale, contract, actor } = props;
  const t = translator(locale, "cabinet");
  const invoice = currentInvoice(contract);
  const possible = stepsFrom(contract, "customer");
  const late = possible.includes("attach-late-signature") && !currentAct(contract)?.lateSignedOn;
  const partPaid = (invoice?.paid ?? 0n) > 0n;
  const blocked: readonly Step[] = partPaid ? ["reissue-invoice", "cancel-order"] : [];
  const steps = ORDER.filter(
    (step) => (possible.includes(step) || (step === "sign-act" && late)) && !blocked.includes(step),
  );
  const allowed = steps.filter((step) => permits(actor, ALLOW[step]));
  const pdf = invoice?.status === "live";
  const renew = contract.stage === "ended" && permits(actor, "contract.place-order");
  return (
    <>
      {(allowed.length > 0 || renew || pdf) && (
        <div className="no-print mt-4 flex flex-wrap gap-2">
          {pdf && (
            <LinkButton href={`/api/invoices/${invoice.id}/pdf`} download>
              {t("task.invoicePdf")}
            </LinkButton>
          )}
          {renew && <LinkButton href={renewHref(contract)}>{t("portals.renew")}</LinkButton>}
          {allowed.map((step) => (
            <StepButton key={step} step={step} {...props} late={late} />
          ))}
        </div>
      )}
      {steps.length > allowed.length && <p className="mt-2 text-muted text-sm">{t("actions.forbidden")}</p>}
      {partPaid && possible.includes("cancel-order") && (
        <p className="mt-2 text-muted text-sm">{t("actions.partPaid")}</p>
      )}
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
};

function StepButton({ step, late, ...props }: Props & { step: Known; late: boolean }) {
  const { locale, contract } = props;
  const t = translator(locale, "cabinet");
  const name = step === "sign-act" && late ? "attach-late-signature" : step;
  const main = step === "sign-act" || step === "reissue-invoice";
  return (
    <StepDialog
      step={step}
      action={ACTIONS[step]}
      contractId={contract.id}
      version={contract.version}
      look={main ? "primary" : step === "cancel-order" ? "quiet" : "secondary"}
      submitLook={step === "cancel-order" || step === "refuse-act" ? "danger" : "primary"}
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
};

/** Old and new price side by side, before anything is issued (3.2). */
function Prices({ locale, contract, given, prices }: Props) {
  const t = translator(locale, "cabinet");
  const priced = priceLines(contract.lines, prices);
  const until = addWorkingDays(given.calendar, given.today, given.settings.invoiceValidityWorkingDays).date;
  return (
    <KeyValue
      pairs={[
        { key: t("actions.oldPrice"), value: formatMoney(contract.total) },
        { key: t("actions.newPrice"), value: priced.ok ? formatMoney(priced.value.total) : t("actions.notSold") },
        { key: t("actions.newUntil"), value: formatDay(until) },
      ]}
    />
  );
}
