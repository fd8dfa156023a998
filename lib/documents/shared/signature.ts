import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import { fullName } from "./party.ts";
import { tight } from "./words.ts";

/** Where a side signs: law 57-З art. 10 wants position, surname with initials and the signature itself. */
export type Signature = {
  role: string;
  name: string;
  basis: string;
  position: string;
  signatory: string;
  hint: string;
};

/** How the paper travels: signed electronically through ЭДиН (3.6) or by hand (3.7). */
export type Channel = "edi" | "post";

const hint = (channel: Channel) => (channel === "edi" ? "электронная цифровая подпись" : "подпись");
const acting = (basis: string) => tight(`действует на основании ${basis}`);

/** «Ромашкина Анна Петровна» → «Ромашкина А. П.»; one word stays as it is. */
export function initials(name: string): string {
  const [surname = "", ...given] = name.trim().split(/\s+/);
  return [surname, ...given.map((word) => `${word.charAt(0).toUpperCase()}.`)].join("\u00A0");
}

export function sellerSignature({ shortName, signatory }: SellerRequisites, channel: Channel): Signature {
  return {
    role: "Продавец",
    name: shortName,
    basis: acting(signatory.basis),
    position: signatory.position,
    signatory: initials(signatory.name),
    hint: hint(channel),
  };
}

export function buyerSignature(buyer: Requisites, channel: Channel): Signature {
  const common = { role: "Пользователь", hint: hint(channel) };
  switch (buyer.kind) {
    case "legalEntity":
      return {
        ...common,
        name: buyer.shortName,
        basis: acting(buyer.authorityBasis),
        position: buyer.signatoryPosition,
        signatory: initials(buyer.signatoryName),
      };
    case "soleProprietor":
      return {
        ...common,
        name: fullName(buyer),
        basis: acting(buyer.authorityBasis),
        position: "Индивидуальный предприниматель",
        signatory: initials(buyer.fullName),
      };
    case "individual":
      return { ...common, name: buyer.fullName, basis: "", position: "", signatory: initials(buyer.fullName) };
  }
}
