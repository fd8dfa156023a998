import "server-only";

import { sealEvidence } from "#/app/_evidence/seal.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { sealDue } from "#/db/queries/evidence-seals.ts";
import { staffToTell } from "#/db/queries/recipients.ts";
import { dayInMinsk, startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Seal } from "#/lib/evidence/seal.ts";
import { EVIDENCE } from "#/lib/mail/paths.ts";
import { defaultLocale } from "#/lib/messages/locales.ts";
import { sellerToday, writeMail } from "./write-mail.ts";

const SYSTEM = { kind: "system", job: "seal-evidence" } as const;

/** Seals the finished days and mails the newest head to the lawyers. Asked every minute, works once a day. Returns the seals. */
export async function sealDays(db: Db, now: Date): Promise<Seal[]> {
  const midnight = startOfDayInMinsk(dayInMinsk(now));
  const due = await inTenant(db, SYSTEM, (tx) => sealDue(tx, midnight), { readOnly: true });
  return due ? sealAndTell(db, now) : [];
}

/** One letter however many days were caught up: a head stands for all days before it. */
export const sealAndTell = (db: Db, now: Date, { extra = false } = {}): Promise<Seal[]> =>
  sealEvidence(db, now, { extra, follow: (tx, sealed) => tellLawyers(tx, now, sealed.at(-1)!) });

async function tellLawyers(tx: Tx, now: Date, { seq, day, entries, root }: Seal) {
  const seller = await sellerToday(tx, now);
  const lawyers = await staffToTell(tx, ["lawyer"]);
  const address = seller.emails.legal;
  const to = lawyers.length > 0 ? lawyers : [{ key: address, address, locale: defaultLocale }];
  for (const one of to)
    await writeMail(
      { tx, now, seller, dedupe: `evidence-head:${seq}:${one.key}`, partyId: null, contractId: null, attachments: [] },
      "evidence-head",
      one,
      { path: EVIDENCE, day, entries, seq, root },
    );
}
