import "server-only";

import { z } from "zod";

import { staffToTell } from "#/db/queries/recipients.ts";
import { type RefundRow, refundById } from "#/db/queries/refunds.ts";
import { CABINET_REFUNDS, staffRefund } from "#/lib/mail/paths.ts";
import { defaultLocale } from "#/lib/messages/locales.ts";
import { GROUND_CLAUSE } from "#/lib/refund/refund.ts";
import { handsAfter, REFUND_EVENTS, type RefundEvent, type StaffEvent, toldToCustomer } from "#/lib/refund/told.ts";
import type { Handler } from "./job.ts";
import { tellMembers } from "./tell-members.ts";
import { sellerToday, writeMail } from "./write-mail.ts";

const payload = z.object({ refundId: z.uuid(), move: z.enum(REFUND_EVENTS), seq: z.int() });

/** Each move of a refund: the customer reads where its money is, the next hand learns that it is its turn. */
export const refundEvent: Handler = async ({ tx, now }, message) => {
  const { refundId, move, seq } = payload.parse(message);
  const refund = await refundById(tx, refundId);
  if (!refund) throw new Error("no such refund");
  const { amount, number, contractId, partyId, ground } = refund;
  const about = { amount, number, clause: GROUND_CLAUSE[ground], reason: reasonOf(refund, move) };
  const telling = {
    ...{ tx, now, seller: await sellerToday(tx, now), contractId, attachments: [] },
    dedupe: `refund-event:${refundId}:${move}:${seq}`,
  };
  if (partyId && toldToCustomer(move)) {
    const data = { ...about, path: CABINET_REFUNDS, event: move };
    await tellMembers({ ...telling, partyId }, "allocation", "refund", data);
  }
  const roles = handsAfter(move);
  if (roles.length === 0) return undefined;
  const people = await staffToTell(tx, roles);
  const address = telling.seller.emails.accounting;
  const data = {
    ...about,
    path: staffRefund(refundId),
    event: move as StaffEvent,
    payer: refund.party ?? refund.payer,
  };
  for (const to of people.length > 0 ? people : [{ key: address, address, locale: defaultLocale }])
    await writeMail({ ...telling, dedupe: `${telling.dedupe}:${to.key}`, partyId: null }, "staff-refund", to, data);
  return undefined;
};

const reasonOf = (refund: RefundRow, move: RefundEvent): string | null =>
  move === "grant-refund" || move === "refuse-refund"
    ? refund.decision
    : move === "withdraw-refund"
      ? refund.withdrawnReason
      : move === "ask-refund" || move === "return-payment"
        ? refund.reason
        : null;
