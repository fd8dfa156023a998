"use client";

import { DateInput, TextInput } from "#/components/form/text-input.tsx";
import type { PartyKind, Requisites } from "#/lib/requisites/requisites.ts";
import { BankFields } from "./bank-fields.tsx";
import type { RequisitesWords } from "./requisites-words.ts";

type Props = { kind: PartyKind; words: RequisitesWords; initial?: Requisites };
type Name = keyof RequisitesWords["fields"];

/** Which fields each kind of party has, in the order in which its papers have them. */
const FIELDS: Record<PartyKind, { name: Name; optional?: boolean }[]> = {
  legalEntity: [
    { name: "unp" },
    { name: "fullName" },
    { name: "shortName" },
    { name: "legalAddress" },
    { name: "postalAddress", optional: true },
    { name: "signatoryPosition" },
    { name: "signatoryName" },
    { name: "authorityBasis" },
  ],
  soleProprietor: [
    { name: "unp" },
    { name: "personName" },
    { name: "registration.number" },
    { name: "registration.date" },
    { name: "registration.authority" },
    { name: "address" },
    { name: "postalAddress", optional: true },
  ],
  individual: [{ name: "personName" }, { name: "postalHome" }, { name: "unp", optional: true }],
};
/** Names on the screen that are another name in the data. */
const DATA: Partial<Record<Name, string>> = { personName: "fullName", postalHome: "postalAddress" };

const AUTOCOMPLETE: Partial<Record<Name, string>> = {
  personName: "name",
  fullName: "organization",
  postalHome: "street-address",
  email: "email",
  phone: "tel",
};

export function RequisitesFields({ kind, words, initial }: Props) {
  const field = ({ name, optional }: { name: Name; optional?: boolean }) => {
    const path = DATA[name] ?? name;
    const { label, hint } = words.fields[name];
    const known = valueAt(initial, path);
    // The same address twice is one address: left blank, it follows when the first one changes.
    const others = path === "postalAddress" ? [valueAt(initial, "legalAddress"), valueAt(initial, "address")] : [];
    const defaultValue = optional && others.includes(known) ? undefined : known;
    const control = { name: `requisites.${path}`, label, hint, optional, defaultValue };
    if (name === "registration.date") return <DateInput key={name} {...control} />;
    return (
      <TextInput key={name} {...control} autoComplete={AUTOCOMPLETE[name]} width={name === "unp" ? "medium" : "full"} />
    );
  };
  return (
    <>
      {FIELDS[kind].map(field)}
      <BankFields
        words={words}
        optional={kind !== "legalEntity"}
        withBank={kind !== "individual"}
        initial={{
          iban: valueAt(initial, "iban"),
          bic: valueAt(initial, "bic"),
          bankName: valueAt(initial, "bankName"),
        }}
      />
      {kind !== "individual" && field({ name: "gln", optional: true })}
      {field({ name: "email" })}
      {field({ name: "phone" })}
    </>
  );
}

/** "registration.date" of what is known; days are shown as people write them. */
function valueAt(initial: Requisites | undefined, path: string): string | undefined {
  let value: unknown = initial;
  for (const part of path.split(".")) value = (value as Record<string, unknown> | undefined | null)?.[part];
  if (typeof value !== "string") return undefined;
  return path.endsWith(".date") ? value.split("-").reverse().join(".") : value;
}
