import { SubmitButton } from "#/components/form/submit-button.tsx";
import { DateInput, TextInput } from "#/components/form/text-input.tsx";
import { StepForm } from "#/components/staff/step-form.tsx";
import type { Action } from "#/lib/action-result.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatIban } from "#/lib/requisites/iban.ts";

type Props = {
  locale: Locale;
  action: Action<unknown>;
  draft: { id: string; version: number };
  /** Changes with what the form shows: what was typed over an older one is not put back. */
  rev: string;
  seller: SellerRequisites | null;
};

/** 7.2: who the seller is and where it is paid. The bank stands first: it is what changes. */
export function DraftSeller({ locale, action, draft, rev, seller }: Props) {
  const t = translator(locale, "editions");
  const line = (name: "name" | "shortName" | "unp" | "legalAddress" | "postalAddress" | "phone" | "site") => (
    <TextInput name={`seller.${name}`} label={t(`seller.${name}`)} defaultValue={seller?.[name] ?? ""} />
  );
  const bank = (name: "name" | "address" | "bic" | "unp" | "okpo") => (
    <TextInput
      name={`seller.bank.${name}`}
      label={t(`seller.bank.${name}`)}
      defaultValue={seller?.bank[name] ?? ""}
      width={name === "name" || name === "address" ? "full" : "medium"}
      autoComplete="off"
    />
  );
  const signatory = (name: "position" | "name" | "nameGenitive" | "shortName" | "basis") => (
    <TextInput
      name={`seller.signatory.${name}`}
      label={t(`seller.signatory.${name}`)}
      hint={name === "basis" ? t("seller.signatory.basisHint") : undefined}
      defaultValue={seller?.signatory[name] ?? ""}
    />
  );
  const email = (name: "general" | "sales" | "legal" | "accounting") => (
    <TextInput
      name={`seller.emails.${name}`}
      label={t(`seller.emails.${name}`)}
      type="email"
      defaultValue={seller?.emails[name] ?? ""}
    />
  );
  return (
    <StepForm
      action={action}
      hidden={{ draftId: draft.id, version: draft.version, part: "seller" }}
      label={t("seller.title")}
      saved={t("draft.saved")}
      draftKey={`seller:${draft.id}:${rev}`}
    >
      <p className="max-w-measure text-muted text-sm">{t("seller.lead")}</p>
      <fieldset className="grid gap-6">
        <legend className="mb-2 font-medium">{t("seller.bankTitle")}</legend>
        <TextInput
          name="seller.bank.iban"
          label={t("seller.bank.iban")}
          defaultValue={seller ? formatIban(seller.bank.iban) : ""}
          autoComplete="off"
        />
        {bank("bic")}
        {bank("name")}
        {bank("address")}
        {bank("unp")}
        {bank("okpo")}
      </fieldset>
      <fieldset className="grid gap-6">
        <legend className="mb-2 font-medium">{t("seller.company")}</legend>
        {line("name")}
        {line("shortName")}
        {line("unp")}
        <DateInput
          name="seller.registrationDate"
          label={t("seller.registrationDate")}
          defaultValue={seller ? formatDay(seller.registrationDate) : ""}
        />
        <TextInput
          name="seller.registeredBy"
          label={t("seller.registeredBy")}
          hint={t("seller.registeredByHint")}
          defaultValue={seller?.registeredBy ?? ""}
        />
        {line("legalAddress")}
        {line("postalAddress")}
        {line("phone")}
        {line("site")}
      </fieldset>
      <fieldset className="grid gap-6">
        <legend className="mb-2 font-medium">{t("seller.mail")}</legend>
        {email("general")}
        {email("sales")}
        {email("legal")}
        {email("accounting")}
      </fieldset>
      <fieldset className="grid gap-6">
        <legend className="mb-2 font-medium">{t("seller.signing")}</legend>
        {signatory("position")}
        {signatory("name")}
        {signatory("nameGenitive")}
        {signatory("shortName")}
        {signatory("basis")}
      </fieldset>
      <SubmitButton>{t("seller.save")}</SubmitButton>
    </StepForm>
  );
}
