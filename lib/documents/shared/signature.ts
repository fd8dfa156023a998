import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import { fullName } from "./party.ts";
import type { SharedWords } from "./words.ts";

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

const acting = (words: SharedWords, basis: string) => words.tight(words.acting(basis));

/** «Ромашкина Анна Петровна» → «Ромашкина А. П.»; one word stays as it is. */
export function initials(name: string): string {
  const [surname = "", ...given] = name.trim().split(/\s+/);
  return [surname, ...given.map((word) => `${word.charAt(0).toUpperCase()}.`)].join("\u00A0");
}

export function sellerSignature(
  words: SharedWords,
  { shortName, signatory }: SellerRequisites,
  channel: Channel,
): Signature {
  return {
    role: words.seller,
    name: shortName,
    basis: acting(words, signatory.basis),
    position: signatory.position,
    signatory: initials(signatory.name),
    hint: words.signed[channel],
  };
}

export function buyerSignature(words: SharedWords, buyer: Requisites, channel: Channel): Signature {
  const common = { role: words.user, hint: words.signed[channel] };
  switch (buyer.kind) {
    case "legalEntity":
      return {
        ...common,
        name: buyer.shortName,
        basis: acting(words, buyer.authorityBasis),
        position: buyer.signatoryPosition,
        signatory: initials(buyer.signatoryName),
      };
    case "soleProprietor":
      return {
        ...common,
        name: fullName(words, buyer),
        basis: acting(words, buyer.authorityBasis),
        position: words.soleProprietor,
        signatory: initials(buyer.fullName),
      };
    case "individual":
      return { ...common, name: buyer.fullName, basis: "", position: "", signatory: initials(buyer.fullName) };
  }
}
