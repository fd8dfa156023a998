import { type Locale, translator } from "#/lib/messages/messages.ts";

const FIELDS = [
  "unp",
  "fullName",
  "shortName",
  "personName",
  "legalAddress",
  "address",
  "postalAddress",
  "postalHome",
  "iban",
  "bic",
  "bankName",
  "signatoryName",
  "signatoryPosition",
  "authorityBasis",
  "gln",
  "email",
  "phone",
] as const;
const REGISTRATION = ["number", "date", "authority"] as const;
type FieldName = (typeof FIELDS)[number] | `registration.${(typeof REGISTRATION)[number]}`;
type FieldWords = { label: string; hint: string | undefined };

/** The fixed words of the requisites form, as plain strings. An empty hint is no hint. */
export function requisitesWords(locale: Locale) {
  const t = translator(locale, "cabinet");
  const kinds = translator(locale, "contract");
  const named: [FieldName, FieldWords][] = [
    ...FIELDS.map((name): [FieldName, FieldWords] => [name, words(t(`company.fields.${name}`))]),
    ...REGISTRATION.map((name): [FieldName, FieldWords] => [
      `registration.${name}`,
      words(t(`company.registration.${name}`)),
    ]),
  ];
  return {
    kind: t("company.kind"),
    kinds: {
      legalEntity: kinds("requisites.kinds.legalEntity"),
      soleProprietor: kinds("requisites.kinds.soleProprietor"),
      individual: kinds("requisites.kinds.individual"),
    },
    kindNotes: {
      legalEntity: t("company.kindNotes.legalEntity"),
      soleProprietor: t("company.kindNotes.soleProprietor"),
      individual: t("company.kindNotes.individual"),
    },
    resident: t("company.resident"),
    residentYes: t("company.residentYes"),
    residentNo: t("company.residentNo"),
    notResident: t("company.notResident"),
    notResidentText: t("company.notResidentText"),
    clause: t("company.clause"),
    bankFound: t("company.bankFound"),
    fields: Object.fromEntries(named) as Record<FieldName, FieldWords>,
  };
}
export type RequisitesWords = ReturnType<typeof requisitesWords>;

/** «Label | hint» in one message: a translator sees both together. */
const words = (text: string): FieldWords => {
  const [label = "", hint] = text.split(" | ");
  return { label, hint };
};
