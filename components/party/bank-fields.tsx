"use client";

import { useState } from "react";

import { TextInput } from "#/components/form/text-input.tsx";
import type { RequisitesWords } from "./requisites-words.ts";

type Props = {
  words: RequisitesWords;
  optional: boolean;
  withBank: boolean;
  initial: { iban?: string; bic?: string; bankName?: string };
};
type Found = "none" | "unknown" | { bic: string; name: string };

/** The account names its bank (places 5 to 8 are the BIC's first four); only a bank that the table does not know is asked for. */
export function BankFields({ words, optional, withBank, initial }: Props) {
  const [found, setFound] = useState<Found>(() =>
    initial.bic && initial.bankName ? { bic: initial.bic, name: initial.bankName } : "none",
  );
  const look = async (text: string) => {
    const { checkIban } = await import("#/lib/requisites/iban.ts");
    const { valid, bank } = checkIban(text);
    setFound(valid ? (bank ?? "unknown") : "none");
  };
  const bank = (name: "bankName" | "bic") => (
    <TextInput
      name={`requisites.${name}`}
      label={words.fields[name].label}
      hint={words.fields[name].hint}
      defaultValue={initial[name]}
      width={name === "bic" ? "medium" : "full"}
    />
  );
  return (
    <>
      <div>
        <TextInput
          name="requisites.iban"
          label={words.fields.iban.label}
          hint={words.fields.iban.hint}
          optional={optional}
          defaultValue={initial.iban}
          autoComplete="off"
          spellCheck={false}
          onChange={({ currentTarget }) => void look(currentTarget.value)}
        />
        <p aria-live="polite" className="mt-1 text-muted text-sm">
          {withBank && typeof found === "object" && `${words.bankFound} ${found.name}, ${found.bic}`}
        </p>
      </div>
      {withBank && found === "unknown" && (
        <>
          {bank("bankName")}
          {bank("bic")}
        </>
      )}
    </>
  );
}
