import { Checkbox } from "#/components/form/choice.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  payment: { payerName: string; payerUnp: string | null };
  invoice: { partyName: string; partyUnp: string | null };
  /** Where only some of what may be chosen is somebody else's. */
  optional?: boolean;
};

/** Both sides are known, and they are two: the same that the step itself looks at. */
export const isThirdParty = ({ payment, invoice }: Pick<Props, "payment" | "invoice">): boolean =>
  payment.payerUnp !== null && invoice.partyUnp !== null && payment.payerUnp !== invoice.partyUnp;

/** 3.4 expects the customer to pay: that somebody else does is shown, and a person says that it is meant so. */
export function ThirdParty({ locale, payment, invoice, optional }: Props) {
  if (!isThirdParty({ payment, invoice })) return null;
  const t = translator(locale, "matching");
  return (
    <Checkbox
      name="thirdParty"
      optional={optional}
      label={t("third.tick")}
      hint={t("third.text", { payer: payment.payerName || payment.payerUnp || "", party: invoice.partyName })}
    />
  );
}
