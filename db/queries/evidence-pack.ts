import "server-only";

import { and, asc, eq, getColumns, inArray } from "drizzle-orm";

import type { Tx } from "#/db/client.ts";
import { allocations, documents, editions, evidence, files, mails, payments, statements } from "#/db/schema/index.ts";

// Everything of one contract for its pack. For the house only: the caller has made sure whose contract it is.

export function editionsByIds(tx: Tx, ids: readonly string[]) {
  return tx
    .select({ ...getColumns(editions), slug: documents.slug, kind: documents.kind })
    .from(editions)
    .innerJoin(documents, eq(documents.id, editions.documentId))
    .where(inArray(editions.id, [...ids]))
    .orderBy(asc(documents.slug), asc(editions.number));
}

/** The lines of statements that paid this contract. Of a line that paid others, too, only this contract's part is told. */
export async function paymentsOfContract(tx: Tx, contractId: string) {
  const { partyId: _, proposals: __, state: ___, allocated: ____, ...line } = getColumns(payments);
  const { id, sha256, format, account, dateFrom, dateTo, importedAt } = getColumns(statements);
  const parts = await tx
    .select()
    .from(allocations)
    .where(eq(allocations.contractId, contractId))
    .orderBy(asc(allocations.at), asc(allocations.id));
  const rows = await tx
    .select({ line, statement: { id, sha256, format, account, dateFrom, dateTo, importedAt } })
    .from(payments)
    .innerJoin(statements, eq(statements.id, payments.statementId))
    .where(inArray(payments.id, [...new Set(parts.map(({ paymentId }) => paymentId))]))
    .orderBy(asc(payments.creditDate), asc(payments.id));
  return rows.map((row) => ({
    ...row,
    allocations: parts.filter(({ paymentId }) => paymentId === row.line.id),
  }));
}

/** The letters to the customer; those to the house are its own. */
export function mailsOfContract(tx: Tx, contractId: string, partyId: string) {
  const { html: _, ...rest } = getColumns(mails);
  return tx
    .select(rest)
    .from(mails)
    .where(and(eq(mails.contractId, contractId), eq(mails.partyId, partyId)))
    .orderBy(asc(mails.createdAt), asc(mails.id));
}

export function filesByIds(tx: Tx, ids: readonly string[]) {
  return tx
    .select()
    .from(files)
    .where(inArray(files.id, [...ids]))
    .orderBy(asc(files.createdAt), asc(files.id));
}

/** Files that were uploaded for a contract and those that its steps name. */
export async function filesNamedBy(tx: Tx, contractId: string): Promise<string[]> {
  const rows = await tx.select({ data: evidence.data }).from(evidence).where(eq(evidence.contractId, contractId));
  const ids = rows.flatMap(({ data }) => [data.fileId, data.evidenceFileId, data.signedFileId]);
  return [...new Set(ids.filter((id): id is string => typeof id === "string"))];
}
