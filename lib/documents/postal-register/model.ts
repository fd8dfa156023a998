import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { PaperLanguage } from "#/lib/requisites/paper-language.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import { fullName, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { type Signature, sellerSignature } from "../shared/signature.ts";
import { sharedWords } from "../shared/words.ts";
import { be } from "./words.be.ts";
import { ru } from "./words.ru.ts";

export const POSTAL_REGISTER_TEMPLATE_VERSION = "postal-register/1";

export type PostalRegisterModel = {
  sheet: Sheet;
  title: string;
  subtitle: string;
  date: string;
  seller: PartyBlock;
  table: { head: string[]; rows: string[][] };
  total: string;
  signatures: { seller: Signature; party: Signature };
  labelsTitle: string;
  labels: { to: string; name: string; address: string; from: string; sender: string; acts: string }[];
};

export type Letter = {
  buyer: Requisites;
  /** The acts that go to this customer in one envelope. */
  acts: { number: string; issuedOn: Day }[];
  trackingNumber: string | null;
};

export type PostalRegisterFacts = {
  on: Day;
  seller: SellerRequisites;
  letters: readonly Letter[];
  language?: PaperLanguage | undefined;
};

/** The letters of one day for the post office (3.7): a list to be stamped, and a sheet of labels for the envelopes. */
export function postalRegisterModel({
  on,
  seller,
  letters,
  language = "ru",
}: PostalRegisterFacts): PostalRegisterModel {
  const shared = sharedWords(language);
  const words: typeof ru = { ru, be }[language];
  const { tight } = shared;
  const title = tight(words.title(formatDay(on)));
  return {
    sheet: sheet(title, on, seller, language),
    title,
    subtitle: words.subtitle,
    date: shared.longDay(on),
    seller: sellerBlock(shared, seller, words.sender, "brief"),
    table: {
      head: words.head,
      rows: letters.map(({ buyer, acts, trackingNumber }, at) => [
        String(at + 1),
        fullName(shared, buyer),
        tight(buyer.postalAddress),
        acts.map(({ number, issuedOn }) => tight(shared.numbered(number, formatDay(issuedOn)))).join(", "),
        trackingNumber ?? "",
      ]),
    },
    total: words.total(shared.letters(letters.length)),
    signatures: {
      seller: { ...sellerSignature(shared, seller, "post"), role: words.handed },
      party: {
        ...{ role: words.accepted, name: words.office, basis: "", position: "", signatory: "" },
        hint: words.stamp,
      },
    },
    labelsTitle: words.labelsTitle,
    labels: letters.map(({ buyer, acts }) => ({
      to: words.to,
      name: fullName(shared, buyer),
      address: tight(buyer.postalAddress),
      from: words.from,
      sender: tight(`${seller.shortName}, ${seller.postalAddress}`),
      acts: tight(acts.map(({ number }) => words.act(number)).join(", ")),
    })),
  };
}
