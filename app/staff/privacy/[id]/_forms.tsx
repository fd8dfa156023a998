import { eraseAction } from "#/app/_actions/privacy/erase.ts";
import { refuseErasureAction } from "#/app/_actions/privacy/refuse-erasure.ts";
import { Checkbox, RadioGroup } from "#/components/form/choice.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { NOBODY, type Plan } from "#/lib/privacy/plan.ts";

type Props = { locale: Locale; requestId: string };

/** Executes a request. Every party that loses its only owner asks for another one, or for the word that there is none. */
export function EraseForm({ locale, requestId, plan }: Props & { plan: Plan }) {
  const t = translator(locale, "privacy");
  const roles = translator(locale, "cabinet");
  return (
    <Dialog
      open={t("staff.execute")}
      title={t("staff.execute")}
      close={translator(locale, "common")("dialog.close")}
      look="danger"
    >
      <StepForm action={eraseAction} hidden={{ requestId }} label={t("staff.execute")}>
        <p className="text-muted text-sm">{t("staff.executeText")}</p>
        {plan.parties
          .filter(({ outcome }) => outcome === "ownerless")
          .map(({ id, name, others }) => (
            <RadioGroup
              key={id}
              name={`owners.${id}`}
              label={t("staff.owner", { party: name })}
              choices={[
                ...others.map(({ memberId, name: title, role }) => ({
                  value: memberId,
                  title,
                  note: roles(`people.roles.${role}`),
                })),
                { value: NOBODY, title: t("staff.nobody"), note: t("staff.nobodyNote") },
              ]}
            />
          ))}
        <Checkbox name="understood" label={t("staff.executeUnderstood")} />
        <SubmitButton look="danger">{t("staff.execute")}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}

export function RefuseForm({ locale, requestId }: Props) {
  const t = translator(locale, "privacy");
  return (
    <Dialog
      open={t("staff.refuse")}
      title={t("staff.refuse")}
      close={translator(locale, "common")("dialog.close")}
      look="secondary"
    >
      <StepForm
        action={refuseErasureAction}
        hidden={{ requestId }}
        label={t("staff.refuse")}
        draftKey={`refuse-erasure:${requestId}`}
      >
        <p className="text-muted text-sm">{t("staff.refuseText")}</p>
        <Textarea name="reason" label={t("staff.reason")} rows={4} />
        <SubmitButton>{t("staff.refuse")}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
