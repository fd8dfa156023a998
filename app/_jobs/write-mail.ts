import "server-only";

import type { Tx } from "#/db/client.ts";
import { editionById, editionInForce, OFFER } from "#/db/queries/documents.ts";
import type { Recipient } from "#/db/queries/recipients.ts";
import { insertMail } from "#/db/writes/mails.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { env } from "#/lib/env.ts";
import type { Noted } from "#/lib/mail/body.ts";
import { renderMail } from "#/lib/mail/render.ts";
import type { MailData, Template } from "#/lib/mail/templates.ts";
import { localeOr } from "#/lib/messages/locales.ts";

type Writing = {
  tx: Tx;
  now: Date;
  seller: SellerRequisites;
  /** With the recipient's key it makes a letter that is written once. */
  dedupe: string;
  partyId: string | null;
  contractId: string | null;
  attachments: { fileId: string; name: string }[];
  /** The end of the recipient's quiet time, where the letter waits for it. */
  quietUntil?: Date | null;
};

/** Queues one letter for one person in their language; false when it had been written before. */
export async function writeMail<T extends Template>(
  { tx, now, seller, dedupe, ...owner }: Writing,
  template: T,
  to: Recipient,
  data: MailData<T> & Noted,
): Promise<boolean> {
  const origin = env().PUBLIC_ORIGIN;
  const locale = localeOr(to.locale);
  const { shortName, unp, phone, emails } = seller;
  const sender = { shortName, unp, phone, email: emails.general };
  const mail = renderMail(template, locale, data, { origin, sender });
  const id = await insertMail(tx, now, new URL(origin).hostname, {
    ...owner,
    ...mail,
    dedupeKey: dedupe,
    template,
    locale,
    toAddress: to.address,
    userId: to.key === to.address ? null : to.key,
  });
  return id !== null;
}

/** Whose letter it is: the seller of the edition that the contract lives by. */
export async function sellerOf(tx: Tx, contract: Contract): Promise<SellerRequisites> {
  const offer = await editionById(tx, contract.acceptedOfferId ?? contract.shownOfferId);
  return known(offer?.seller);
}

export async function sellerToday(tx: Tx, now: Date): Promise<SellerRequisites> {
  return known((await editionInForce(tx, OFFER, dayInMinsk(now)))?.seller);
}

function known(seller: SellerRequisites | null | undefined): SellerRequisites {
  if (!seller) throw new Error("the offer names no seller");
  return seller;
}
