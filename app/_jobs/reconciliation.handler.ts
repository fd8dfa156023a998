import "server-only";

import { z } from "zod";
import { staffToTell } from "#/db/queries/recipients.ts";
import { findReconciliation } from "#/db/queries/reconciliations.ts";
import { turnover } from "#/lib/documents/reconciliation/balance.ts";
import { cabinetReconciliation, staffReconciliation } from "#/lib/mail/paths.ts";
import { defaultLocale } from "#/lib/messages/locales.ts";
import type { Handler } from "./job.ts";
import { tellMembers } from "./tell-members.ts";
import { sellerToday, writeMail } from "./write-mail.ts";

const payload = z.object({ reconciliationId: z.uuid(), seq: z.int() });
const SYSTEM = { kind: "system", job: "reconciliation" } as const;

/** What one side hears of the other's move. A copy that is kept is on the screen; a replaced act is told of by its new edition. */
const TO_CUSTOMER = {
  drawn: "reconciliation-drawn",
  answer: "reconciliation-answered",
  confirm: "reconciliation-agreed",
} as const;
const TO_STAFF = { dispute: "staff-reconciliation-disputed", confirm: "staff-reconciliation-agreed" } as const;
const named = <Names extends object>(names: Names, move: string): Names[keyof Names] | null =>
  Object.hasOwn(names, move) ? names[move as keyof Names] : null;

export const reconciliationMoved: Handler = async ({ tx, now }, message) => {
  const { reconciliationId, seq } = payload.parse(message);
  const found = await findReconciliation(tx, SYSTEM, reconciliationId);
  const taken = seq === 0 ? { move: "drawn", side: "seller" } : found?.moves.find((one) => one.seq === seq);
  if (!found || !taken) throw new Error("no such move");
  const { partyId, number, issuedOn, from, to, frozen, party: customer } = found;
  const { closing } = turnover(frozen.operations, from, to, frozen.base ?? null);
  const data = { number, issuedOn, from, to, customer, closing };
  const telling = {
    ...{ tx, now, seller: await sellerToday(tx, now), contractId: null, attachments: [] },
    dedupe: `reconciliation:${reconciliationId}:${seq}`,
  };
  if (taken.side === "seller") {
    const template = named(TO_CUSTOMER, taken.move);
    const path = cabinetReconciliation(reconciliationId);
    if (template) await tellMembers({ ...telling, partyId }, "reconciliation", template, { ...data, path });
    return undefined;
  }
  const template = named(TO_STAFF, taken.move);
  if (!template) return undefined;
  const people = await staffToTell(tx, ["accountant"]);
  const address = telling.seller.emails.accounting;
  for (const person of people.length > 0 ? people : [{ key: address, address, locale: defaultLocale }])
    await writeMail({ ...telling, dedupe: `${telling.dedupe}:${person.key}`, partyId: null }, template, person, {
      ...data,
      path: staffReconciliation(reconciliationId),
    });
  return undefined;
};
