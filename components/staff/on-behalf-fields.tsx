import { RadioGroup } from "#/components/form/choice.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import type { Way } from "#/lib/contract/machine.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { UploadField } from "./upload-field.tsx";

type Props = {
  locale: Locale;
  /** The ways of the customer's word that are enough; one alone is not asked. */
  ways: readonly Way[];
  /** Whose the paper is: of a contract, or of a party before there is one. */
  contractId?: string;
  partyId?: string;
  /** The form carries the signed paper itself. */
  signed?: boolean;
};

/** What staff say when they do a customer's step: how the word came, what was said, and the paper. The customer reads it. */
export function OnBehalfFields({ locale, ways, contractId, partyId, signed }: Props) {
  const t = translator(locale, "staff");
  const [only, ...others] = ways;
  return (
    <fieldset className="grid gap-4 border-edge border-s-2 ps-4">
      <legend className="mb-3 font-medium">{t("behalf.title")}</legend>
      {only && others.length === 0 ? (
        <input type="hidden" name="onBehalf.how" value={only} />
      ) : (
        <RadioGroup
          name="onBehalf.how"
          label={t("behalf.how")}
          choices={ways.map((value) => ({ value, title: t(`behalf.${value}`) }))}
        />
      )}
      <Textarea name="onBehalf.reason" label={t("behalf.reason")} hint={t("behalf.hint")} rows={2} />
      {ways.includes("paper") && !signed && (
        <UploadField
          kind="on-behalf"
          {...(contractId ? { contractId } : {})}
          {...(partyId ? { partyId } : {})}
          name="onBehalf.fileId"
          label={t("behalf.file")}
          hint={t("behalf.fileHint")}
          optional={others.length > 0}
        />
      )}
      {signed && <p className="text-muted text-sm">{t("behalf.signedHint")}</p>}
    </fieldset>
  );
}
