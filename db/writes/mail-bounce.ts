import "server-only";

import { and, desc, eq, gte, inArray, sql } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { mails } from "#/db/schema/index.ts";
import type { Dsn, DsnRecipient } from "#/lib/mail/dsn.ts";

/** A report without the letter's id can only mean a letter that was taken lately. */
const LATELY_MS = 7 * 86_400_000;

export type Bounced = {
  address: string;
  status: string;
  /** `noted`: a delay or a success, which changes nothing; `unknown`: no letter of ours. */
  outcome: "bounced" | "already" | "noted" | "unknown";
  mailId: string | null;
  contractId: string | null;
};

/**
 * Marks the letters that a delivery report speaks of. The letter's own Message-ID finds it, and then only at the address that it
 * went to; without one the newest letter that was taken for that address within a week.
 */
export async function noteDsn(tx: Tx, dsn: Dsn, real: Date): Promise<Bounced[]> {
  const done: Bounced[] = [];
  for (const recipient of dsn.recipients) done.push(await noteRecipient(tx, dsn, recipient, real));
  return done;
}

async function noteRecipient(tx: Tx, dsn: Dsn, { address, action, status, diagnostic }: DsnRecipient, real: Date) {
  const mail = await mailOf(tx, dsn.messageId, address, real);
  const told = { address, status, mailId: mail?.id ?? null, contractId: mail?.contractId ?? null };
  if (!mail) return { ...told, outcome: "unknown" } as const;
  if (action !== "failed") return { ...told, outcome: "noted" } as const;
  const marked = await tx
    .update(mails)
    .set({ status: "bounced", bouncedAt: real, bounceStatus: status, bounceText: diagnostic ?? dsn.reportingMta })
    // One that is on its way again is not touched by the report on its earlier attempt.
    .where(and(eq(mails.id, mail.id), eq(mails.status, "accepted")))
    .returning({ id: mails.id });
  return { ...told, outcome: marked.length > 0 ? "bounced" : "already" } as const;
}

async function mailOf(tx: Tx, messageId: string | null, address: string, real: Date) {
  const sameAddress = eq(sql`lower(${mails.toAddress})`, address);
  const recent = and(
    inArray(mails.status, ["accepted", "bounced"]),
    gte(mails.acceptedAt, new Date(real.getTime() - LATELY_MS)),
  );
  const [row] = await tx
    .select({ id: mails.id, contractId: mails.contractId })
    .from(mails)
    .where(and(sameAddress, messageId === null ? recent : eq(mails.messageId, messageId)))
    .orderBy(desc(mails.acceptedAt), desc(mails.id))
    .limit(1);
  return row ?? null;
}
