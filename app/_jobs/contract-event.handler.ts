import "server-only";

import { z } from "zod";

import { paperFileName, paperFor } from "#/app/_papers/paper.ts";
import type { Tx } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { contractStepTaken } from "#/db/queries/evidence.ts";
import { type Recipient, staffToTell } from "#/db/queries/recipients.ts";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { NOTICE_DATA } from "#/lib/mail/notice-data.ts";
import { type Attachment, NOTICES, type Notice } from "#/lib/mail/notices.ts";
import { actOf, behalfOf, invoiceOf, type Told } from "#/lib/mail/told.ts";
import { defaultLocale } from "#/lib/messages/locales.ts";
import type { Handler, JobContext } from "./job.ts";
import { tellMembers } from "./tell-members.ts";
import { sellerOf, writeMail } from "./write-mail.ts";

const payload = z.object({ contractId: z.uuid(), seq: z.int() });
const SYSTEM = { kind: "system", job: "contract-event" } as const;

/** Tells everybody whom the table of notices names what happened to a contract; one letter each, however often it is asked. */
export const contractEvent: Handler = async (context, message) => {
  const { contractId, seq } = payload.parse(message);
  const { tx } = context;
  const contract = await findContract(tx, SYSTEM, contractId);
  const event = await contractStepTaken(tx, contractId, seq);
  if (!contract || !event) throw new Error("no such step");
  const told: Told = { contract, event };
  const seller = await sellerOf(tx, contract);
  for (const notice of NOTICES[event.step]) {
    if (notice.when && !notice.when(told)) continue;
    await tell(context, notice, told, seller, `contract-event:${contractId}:${seq}:${notice.template}`);
  }
  return undefined;
};

async function tell({ tx, now }: JobContext, notice: Notice, told: Told, seller: SellerRequisites, key: string) {
  const { contract } = told;
  const attachments = notice.attach ? [await paper(tx, now, notice.attach, told)] : [];
  const data = NOTICE_DATA[notice.template](told);
  const letter = { tx, now, seller, contractId: contract.id, attachments };
  if (notice.to.side === "customer") {
    const { partyId } = contract;
    return tellMembers({ ...letter, dedupe: key, partyId }, notice.to.kind, notice.template, {
      ...data,
      behalf: behalfOf(told),
    });
  }
  for (const to of await staffRecipients(tx, notice.to, seller))
    await writeMail({ ...letter, dedupe: `${key}:${to.key}`, partyId: null }, notice.template, to, data);
}

async function staffRecipients(
  tx: Tx,
  { roles, department }: Extract<Notice["to"], { side: "staff" }>,
  seller: SellerRequisites,
): Promise<Recipient[]> {
  const people = await staffToTell(tx, roles);
  const address = seller.emails[department];
  return people.length > 0 ? people : [{ key: address, address, locale: defaultLocale }];
}

async function paper(tx: Tx, now: Date, kind: Attachment, told: Told) {
  const document = kind === "invoice" ? invoiceOf(told) : actOf(told);
  const file = await paperFor(tx, SYSTEM, now, kind, document.id);
  if (!file) throw new Error("the paper of a letter cannot be drawn");
  return { fileId: file.id, name: paperFileName(kind, document.number) };
}
