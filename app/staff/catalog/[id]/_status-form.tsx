import { hideProductAction } from "#/app/_actions/catalog/hide-product.ts";
import { showProductAction } from "#/app/_actions/catalog/show-product.ts";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { Textarea } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import type { ProductStatus } from "#/lib/catalog/product.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; productId: string; version: number; status: ProductStatus };

/** Out of the public catalogue or back into it, with the reason. */
export function StatusForm({ locale, productId, version, status }: Props) {
  const t = translator(locale, "catalog");
  const move = status === "published" ? "hide" : "show";
  return (
    <Dialog
      open={t(`staff.${move}`)}
      title={t(`staff.${move}`)}
      close={translator(locale, "common")("dialog.close")}
      look="secondary"
      small
    >
      <StepForm
        action={move === "hide" ? hideProductAction : showProductAction}
        hidden={{ productId, version }}
        label={t(`staff.${move}`)}
      >
        <p className="text-muted text-sm">{t(`staff.${move}Text`)}</p>
        <Textarea name="reason" label={t("staff.reason")} rows={3} maxLength={500} />
        <SubmitButton>{t(`staff.${move}`)}</SubmitButton>
      </StepForm>
    </Dialog>
  );
}
