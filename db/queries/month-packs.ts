import "server-only";

import { and, asc, between, desc, eq, inArray, lte } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, invoices, monthPackDays, reconciliationMoves, reconciliations } from "#/db/schema/index.ts";
import type { Period } from "#/lib/ledger/period.ts";
import { type Missing, missingSignatures } from "#/lib/month-pack/missing.ts";
import { reconciliationsOf } from "./reconciliations.ts";

/** The day that a party chose for its packs and since when; null where none are mailed. */
export async function packDayOf(tx: Tx, partyId: string): Promise<{ workingDay: number; chosenAt: Date } | null> {
  const [row] = await tx
    .select({ workingDay: monthPackDays.workingDay, chosenAt: monthPackDays.chosenAt })
    .from(monthPackDays)
    .where(eq(monthPackDays.partyId, partyId))
    .orderBy(desc(monthPackDays.chosenAt), asc(monthPackDays.id))
    .limit(1);
  return row?.workingDay ? { ...row, workingDay: row.workingDay } : null;
}

/** Every party that wants its packs by letter. For jobs only. */
export async function packDays(tx: Tx): Promise<{ partyId: string; workingDay: number; chosenAt: Date }[]> {
  const rows = await tx
    .selectDistinctOn([monthPackDays.partyId], {
      ...{ partyId: monthPackDays.partyId, workingDay: monthPackDays.workingDay, chosenAt: monthPackDays.chosenAt },
    })
    .from(monthPackDays)
    .orderBy(monthPackDays.partyId, desc(monthPackDays.chosenAt), asc(monthPackDays.id));
  return rows.flatMap(({ workingDay, ...one }) => (workingDay === null ? [] : [{ ...one, workingDay }]));
}

/** Papers of a party that were issued within a period, and the files that came back signed or refused; by number. */
export async function papersOf(tx: Tx, partyId: string, { from, to }: Period) {
  return {
    invoices: await tx
      .select({ id: invoices.id, number: invoices.number })
      .from(invoices)
      .where(and(eq(invoices.partyId, partyId), between(invoices.issuedOn, from, to)))
      .orderBy(asc(invoices.number)),
    acts: await tx
      .select({
        ...{ id: acts.id, number: acts.number, refusedOn: acts.refusedOn, deemedOn: acts.deemedOn },
        ...{ signedFileId: acts.signedFileId, refusalFileId: acts.refusalFileId },
      })
      .from(acts)
      .where(and(eq(acts.partyId, partyId), between(acts.issuedOn, from, to)))
      .orderBy(asc(acts.number)),
    reconciliations: await tx
      .select({ id: reconciliations.id, number: reconciliations.number })
      .from(reconciliations)
      .where(and(eq(reconciliations.partyId, partyId), between(reconciliations.issuedOn, from, to)))
      .orderBy(asc(reconciliations.number)),
    copies: await tx
      .select({ number: reconciliations.number, fileId: reconciliationMoves.fileId })
      .from(reconciliationMoves)
      .innerJoin(reconciliations, eq(reconciliations.id, reconciliationMoves.reconciliationId))
      .where(and(eq(reconciliations.partyId, partyId), between(reconciliations.issuedOn, from, to)))
      .orderBy(asc(reconciliations.number), asc(reconciliationMoves.seq)),
  };
}
export type Papers = Awaited<ReturnType<typeof papersOf>>;

/** What of a party's papers up to a day still lacks a signature. */
export async function unsignedOf(tx: Tx, partyId: string, { to }: Pick<Period, "to">): Promise<Missing[]> {
  const open = await tx
    .select({
      ...{ id: acts.id, contractId: acts.contractId, number: acts.number, status: acts.status },
      ...{ issuedOn: acts.issuedOn, sentOn: acts.sentOn, refusedOn: acts.refusedOn },
    })
    .from(acts)
    .where(
      and(
        ...[eq(acts.partyId, partyId), lte(acts.issuedOn, to)],
        inArray(acts.status, ["issued", "sent", "received", "refused"]),
      ),
    );
  const all = await reconciliationsOf(tx, partyId);
  return missingSignatures(
    open,
    all.filter(({ issuedOn }) => issuedOn <= to),
  );
}
