import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { Action } from "#/lib/action-result.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { PartyKind } from "#/lib/requisites/requisites.ts";
import { StepForm } from "./step-form.tsx";

type Props = {
  locale: Locale;
  party: { id: string; kind: PartyKind; version: number; actChannel: "edi" | "post" };
  /** Null for a role that may not. */
  action: Action<unknown> | null;
};

/** How a customer's acts travel: the contract says it for a company (3.6) and a person (3.7), the house for an ИП. */
export function ActChannel({ locale, party, action }: Props) {
  const t = translator(locale, "staff");
  const { id, kind, version, actChannel } = party;
  const other = actChannel === "edi" ? "post" : "edi";
  return (
    <>
      <p>{t(`acts.via.${actChannel}`)}</p>
      <p className="mb-3 text-muted text-sm">{t(`channel.${kind}`)}</p>
      {kind === "soleProprietor" && action && (
        <Dialog
          open={t(`channel.to.${other}`)}
          title={t(`channel.to.${other}`)}
          close={translator(locale, "common")("dialog.close")}
          small
        >
          <StepForm action={action} hidden={{ partyId: id, version, channel: other }} label={t(`channel.to.${other}`)}>
            <Textarea name="reason" label={t("reasonLabel")} hint={t("channel.hint")} rows={2} />
            <SubmitButton>{t(`channel.to.${other}`)}</SubmitButton>
          </StepForm>
        </Dialog>
      )}
    </>
  );
}
