import type { Day } from "#/lib/calendar/day.ts";
import { formatDay, formatDayLong } from "#/lib/calendar/format.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import type { Requisites } from "#/lib/requisites/requisites.ts";
import { fullName, type PartyBlock, sellerBlock } from "../shared/party.ts";
import { type Sheet, sheet } from "../shared/sheet.ts";
import { type Signature, sellerSignature } from "../shared/signature.ts";
import { letters, tight } from "../shared/words.ts";

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

export type PostalRegisterFacts = { on: Day; seller: SellerRequisites; letters: readonly Letter[] };

/** The letters of one day for the post office (3.7): a list to be stamped, and a sheet of labels for the envelopes. */
export function postalRegisterModel({ on, seller, letters: all }: PostalRegisterFacts): PostalRegisterModel {
  const title = tight(`Реестр почтовых отправлений за ${formatDay(on)}`);
  const sender = sellerSignature(seller, "post");
  return {
    sheet: sheet(title, on, seller),
    title,
    subtitle: "акты в двух экземплярах, заказными письмами с уведомлением",
    date: formatDayLong(on, "ru"),
    seller: sellerBlock(seller, "Отправитель", "brief"),
    table: {
      head: ["№", "Адресат", "Почтовый адрес", "Акты", "Номер отправления"],
      rows: all.map(({ buyer, acts, trackingNumber }, at) => [
        String(at + 1),
        fullName(buyer),
        tight(buyer.postalAddress),
        acts.map(({ number, issuedOn }) => tight(`№ ${number} от ${formatDay(issuedOn)}`)).join(", "),
        trackingNumber ?? "",
      ]),
    },
    total: `Всего ${letters(all.length)}`,
    signatures: {
      seller: { ...sender, role: "Сдал" },
      party: {
        ...{ role: "Принял", name: "Отделение почтовой связи", basis: "", position: "", signatory: "" },
        hint: "подпись, фамилия, оттиск календарного штемпеля",
      },
    },
    labelsTitle: "Адресные ярлыки",
    labels: all.map(({ buyer, acts }) => ({
      to: "Кому",
      name: fullName(buyer),
      address: tight(buyer.postalAddress),
      from: "От кого",
      sender: tight(`${seller.shortName}, ${seller.postalAddress}`),
      acts: tight(acts.map(({ number }) => `Акт № ${number}`).join(", ")),
    })),
  };
}
