import type { ReactNode } from "react";
import { RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, Textarea, TextInput } from "#/components/form/text-input.tsx";
import type { Action } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Contract, currentAct, type Given, MONEY_OUTCOMES } from "#/lib/contract/contract.ts";
import { sideMayTake, wordsFor } from "#/lib/contract/machine.ts";
import type { StaffStep } from "#/lib/contract/staff-steps.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { CorrectionForm } from "./correction-form.tsx";
import { OnBehalfFields } from "./on-behalf-fields.tsx";
import { SendActForm } from "./send-act-form.tsx";
import { StepForm } from "./step-form.tsx";
import { UploadField } from "./upload-field.tsx";

export type StaffActions = Record<Exclude<StaffStep, "activate-access">, Action<unknown>>;
type Props = { locale: Locale; contract: Contract; given: Given; actions: StaffActions };

/** The form of every step that a person of the house takes, but activation, which has a place of its own on the page. */
export function contractForms({ locale, contract, given, actions }: Props): Partial<Record<StaffStep, ReactNode>> {
  const t = translator(locale, "staff");
  const today = formatDay(given.today);
  const hidden = { contractId: contract.id, version: contract.version };
  /** A customer's step: on whose word, and how it came. */
  const word = (step: keyof StaffActions) => (
    <OnBehalfFields
      locale={locale}
      ways={wordsFor(step)}
      contractId={contract.id}
      signed={step === "sign-act" || step === "attach-late-signature"}
    />
  );
  const form = (step: keyof StaffActions, fields: ReactNode, look?: "danger") => (
    <StepForm action={actions[step]} hidden={hidden} label={t(`step.${step}`)}>
      {fields}
      {wordsFor(step).length > 0 && !sideMayTake("staff", step) && word(step)}
      <SubmitButton look={look}>{t(`step.${step}`)}</SubmitButton>
    </StepForm>
  );
  const reason = (hint: string, rows = 3) => (
    <Textarea name="reason" label={t("reasonLabel")} hint={hint} rows={rows} />
  );
  const signed = (step: "sign-act" | "attach-late-signature") =>
    form(
      step,
      <>
        <DateInput name="signedOn" label={t("actForm.signedOn")} hint={t("actForm.signedHint")} defaultValue={today} />
        <UploadField
          kind="signed-act"
          contractId={contract.id}
          name="signedFileId"
          label={t("actForm.signedFile")}
          hint={t("actForm.signedFileHint")}
        />
        {currentAct(contract)?.channel === "edi" && (
          <TextInput
            name="signer"
            label={translator(locale, "edi")("signature.signerLabel")}
            hint={translator(locale, "edi")("signature.signerHint")}
            optional
          />
        )}
      </>,
    );
  return {
    "issue-invoice": form("issue-invoice", null),
    "reissue-invoice": form("reissue-invoice", null),
    "cancel-invoice": form("cancel-invoice", reason(t("cancelHint")), "danger"),
    "cancel-order": form("cancel-order", reason(t("cancelHint")), "danger"),
    "issue-act": form("issue-act", null),
    "send-act": (
      <SendActForm
        action={actions["send-act"]}
        hidden={hidden}
        kind={contract.party.kind}
        channel={currentAct(contract)?.channel ?? contract.party.actChannel}
        today={today}
        words={{
          channel: t("actForm.channel"),
          edi: t("acts.via.edi"),
          post: t("acts.via.post"),
          fixed: t(contract.party.kind === "legalEntity" ? "actForm.onlyEdi" : "actForm.onlyPost"),
          open: t("actForm.either"),
          sentOn: t("acts.sentOn"),
          sentHint: t("actForm.sentHint"),
          ediDocumentId: t("actForm.ediId"),
          ediHint: t("actForm.ediHint"),
          trackingNumber: t("actForm.tracking"),
          trackingHint: t("actForm.trackingHint"),
          button: t("step.send-act"),
        }}
      />
    ),
    "confirm-act-received": form(
      "confirm-act-received",
      <DateInput
        name="receivedOn"
        label={t("acts.receivedOn")}
        hint={t("actForm.receivedHint")}
        defaultValue={today}
      />,
    ),
    "sign-act": signed("sign-act"),
    "attach-late-signature": signed("attach-late-signature"),
    "refuse-act": form(
      "refuse-act",
      <>
        {reason(t("actForm.refusalHint"), 4)}
        <UploadField
          kind="refusal"
          contractId={contract.id}
          name="fileId"
          label={t("actForm.refusalFile")}
          hint={t("actForm.refusalFileHint")}
          optional
        />
      </>,
      "danger",
    ),
    "correct-act": form("correct-act", reason(t("actForm.correctHint"))),
    "correct-activation": <CorrectionForm {...{ locale, contract }} action={actions["correct-activation"]} />,
    "terminate-by-fault": form("terminate-by-fault", null, "danger"),
    "terminate-early": form("terminate-early", <input type="hidden" name="understood" value="true" />, "danger"),
    "refuse-edition": form(
      "refuse-edition",
      <>
        <RadioGroup
          name="editionId"
          label={t("editionForm.which")}
          choices={contract.newerOffers
            .filter(({ refusedOn }) => refusedOn === null)
            .map(({ id, number, publishedOn }) => ({
              value: id,
              title: t("editionForm.edition", { number, date: formatDay(publishedOn) }),
            }))}
        />
        <DateInput
          name="receivedOn"
          label={t("editionForm.receivedOn")}
          hint={t("editionForm.receivedHint")}
          defaultValue={today}
        />
      </>,
    ),
    "request-assignment": form("request-assignment", reason(t("cancelHint"))),
    // Either side's right: whose it is now, is said first.
    "withdraw-for-force-majeure": (
      <>
        <h3>{t("behalf.sellers")}</h3>
        {form("withdraw-for-force-majeure", null, "danger")}
        <details className="mt-4">
          <summary className="link cursor-pointer">{t("behalf.customers")}</summary>
          {form("withdraw-for-force-majeure", word("withdraw-for-force-majeure"), "danger")}
        </details>
      </>
    ),
    "refuse-activation": form("refuse-activation", reason(t("money.refusalHint")), "danger"),
    "settle-money-question": form(
      "settle-money-question",
      <>
        <RadioGroup
          name="outcome"
          label={t("money.outcome")}
          choices={MONEY_OUTCOMES.map((value) => ({ value, title: t(`money.${value}`) }))}
        />
        {reason(t("money.hint"), 4)}
      </>,
    ),
  };
}
