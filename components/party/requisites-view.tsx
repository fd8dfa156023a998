import { KeyValue, type Pair } from "#/components/ui/key-value.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatIban } from "#/lib/requisites/iban.ts";
import { formatPhone } from "#/lib/requisites/phone.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";

/** Requisites as facts; what the kind of party has not, is not shown. */
export function RequisitesView({ locale, requisites }: { locale: Locale; requisites: Requisites }) {
  const t = translator(locale, "contract");
  const pair = (key: string, value: string | null): Pair => (value ? { key, value } : null);
  const own: Pair[] = ownPairs(requisites, t, pair);
  return (
    <KeyValue
      pairs={[
        { key: t("requisites.kind"), value: t(`requisites.kinds.${requisites.kind}`) },
        ...own,
        pair(t("requisites.iban"), requisites.iban && formatIban(requisites.iban)),
        "bankName" in requisites ? pair(t("requisites.bank"), bankOf(requisites)) : null,
        pair(t("requisites.email"), requisites.email),
        pair(t("requisites.phone"), formatPhone(requisites.phone)),
      ]}
    />
  );
}

type Words = ReturnType<typeof translator<"contract">>;

function ownPairs(of: Requisites, t: Words, pair: (key: string, value: string | null) => Pair): Pair[] {
  if (of.kind === "legalEntity")
    return [
      pair(t("requisites.fullName"), of.fullName),
      pair(t("requisites.shortName"), of.shortName),
      pair(t("requisites.unp"), of.unp),
      pair(t("requisites.legalAddress"), of.legalAddress),
      pair(t("requisites.postalAddress"), of.postalAddress),
      pair(t("requisites.signatory"), `${of.signatoryPosition} ${of.signatoryName}`),
      pair(t("requisites.basis"), of.authorityBasis),
      pair(t("requisites.gln"), of.gln),
    ];
  if (of.kind === "soleProprietor") {
    const { number, date, authority } = of.registration;
    return [
      pair(t("requisites.personName"), of.fullName),
      pair(t("requisites.unp"), of.unp),
      pair(
        t("requisites.registration"),
        t("requisites.registrationValue", { number, date: formatDay(date), authority }),
      ),
      pair(t("requisites.address"), of.address),
      pair(t("requisites.postalAddress"), of.postalAddress),
      pair(t("requisites.gln"), of.gln),
    ];
  }
  return [
    pair(t("requisites.personName"), of.fullName),
    pair(t("requisites.unp"), of.unp),
    pair(t("requisites.postalAddress"), of.postalAddress),
  ];
}

const bankOf = ({ bankName, bic }: { bankName: string | null; bic: string | null }) =>
  [bankName, bic].filter(Boolean).join(", ") || null;
