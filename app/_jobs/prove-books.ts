import "server-only";

import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { proveBooks } from "#/db/queries/book-proof.ts";
import { runsDone } from "#/db/queries/job-runs.ts";
import { staffToTell } from "#/db/queries/recipients.ts";
import { storeProof } from "#/db/writes/book-proofs.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { claimRun } from "#/db/writes/heartbeat.ts";
import { dayInMinsk, startOfDayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Finding } from "#/lib/ledger/proof.ts";
import { BOOKS } from "#/lib/mail/paths.ts";
import { defaultLocale } from "#/lib/messages/locales.ts";
import { sellerToday, writeMail } from "./write-mail.ts";

const JOB = "prove-books";
const SYSTEM = { kind: "system", job: JOB } as const;
/** Two in the morning in Minsk: after the clocks of midnight, before anybody works. */
const AFTER_MIDNIGHT_MS = 2 * 3_600_000;

/**
 * Proves books and numbers once a night; a worker that was off proves when it is back. A difference is stored, recorded and told
 * in one transaction. Returns what was found, null where tonight's proof is done or not yet due.
 */
export async function proveTonight(db: Db, now: Date): Promise<Finding[] | null> {
  const day = dayInMinsk(now);
  if (now.getTime() < startOfDayInMinsk(day).getTime() + AFTER_MIDNIGHT_MS) return null;
  const done = await inTenant(db, SYSTEM, (tx) => runsDone(tx, JOB, [day]), { readOnly: true });
  if (done.has(day)) return null;
  return inTenant(db, SYSTEM, async (tx) => {
    if (!(await claimRun(tx, JOB, day, now))) return null;
    const findings = await proveBooks(tx);
    await storeProof(tx, findings, { actor: SYSTEM, origin: NO_ORIGIN, now, day });
    if (findings.length > 0) await alarm(tx, now, `${JOB}:${day}`, findings);
    return findings;
  });
}

/** To whoever keeps the books and whoever answers for them; where there is nobody yet, to the house's own address. */
async function alarm(tx: Tx, now: Date, dedupe: string, findings: Finding[]) {
  const seller = await sellerToday(tx, now);
  const people = await staffToTell(tx, ["accountant", "director"]);
  const address = seller.emails.general;
  for (const to of people.length > 0 ? people : [{ key: address, address, locale: defaultLocale }]) {
    const owner = { partyId: null, contractId: null, attachments: [] };
    await writeMail({ tx, now, seller, dedupe: `${dedupe}:${to.key}`, ...owner }, "staff-books-alarm", to, {
      path: BOOKS,
      findings,
    });
  }
}
