import "server-only";

import { sendActStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { asJob, type JobContext } from "#/app/_jobs/job.ts";
import { paperFor } from "#/app/_papers/paper.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { Db } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { ediDocument } from "#/db/queries/edi.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { moveEdiDocument } from "#/db/writes/edi.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { buildActBlrdoc } from "#/lib/edi/blrdoc.ts";
import type { EdiFailure, EdiProvider } from "#/lib/edi/provider.ts";
import { log } from "#/lib/log.ts";
import type { Result } from "#/lib/result.ts";

const ACTOR = { kind: "system", job: "edi" } as const;

/** The operator did not do it now: the outbox tries again, and its list shows the code. */
class NotNow extends Error {
  readonly code: string;
  constructor(code: string) {
    super("the operator of EDI did not take it");
    this.code = code;
  }
}

/**
 * Hands an ordered act to the operator and takes *send-act* (3.6) of the day when it was accepted. The container is kept before it
 * leaves, so after a kill the same bytes go again under the same number and the operator answers that it has them.
 */
export async function sendByEdi({ db, tx, now }: JobContext, id: string, provider: EdiProvider | null): Promise<void> {
  const found = await ediDocument(tx, id);
  if (found?.document.state !== "queued") return;
  const { document, act } = found;
  const giveUp = (failure: string) => moveEdiDocument(tx, id, { state: "failed", failedAt: now, failure });
  if (act.status !== "issued") return void (await giveUp("edi.act_moved"));
  if (!provider) return failed(db, id, { code: "edi.off", again: true }, giveUp);

  const container = document.fileId
    ? { ok: true as const, value: await fileBytes(tx, document.fileId) }
    : await signed(db, now, found, provider);
  if (!container.ok) return failed(db, id, container.error, giveUp);
  const fileName = `${document.documentId}.xml`;
  const sent = await provider.send({ fileName, container: container.value });
  if (!sent.ok) return failed(db, id, sent.error, giveUp);

  const given = await givenAt(tx, now);
  const contract = await findContract(tx, ACTOR, act.contractId);
  const done = await takeStep({ tx, actor: ACTOR, origin: NO_ORIGIN, given }, sendActStep, {
    contractId: act.contractId,
    version: contract!.version,
    channel: "edi",
    sentOn: given.today,
    ediDocumentId: document.documentId,
    trackingNumber: "",
  });
  // Somebody moved the contract in that moment: once more; the operator will say that it has the document.
  if (!done.ok && done.error.code === "record.changed") throw new NotNow(done.error.code);
  if (!done.ok) log.warn({ job: "edi", contractId: act.contractId, code: done.error.code }, "sent, but no step");
  await moveEdiDocument(tx, id, { state: "sent", sentAt: now, failure: null });
}

/** Draws, wraps and signs the act, and keeps the container in a transaction of its own. */
async function signed(
  db: Db,
  now: Date,
  { document, act }: NonNullable<Awaited<ReturnType<typeof ediDocument>>>,
  provider: EdiProvider,
): Promise<Result<Uint8Array, EdiFailure>> {
  const pdf = await asJob(db, ACTOR.job, async (tx) => {
    const paper = await paperFor(tx, ACTOR, now, "act", act.id);
    if (!paper) throw new Error("no paper of the act");
    return fileBytes(tx, paper.id);
  });
  const xml = buildActBlrdoc({ ...document, ...act, createdAt: document.orderedAt, pdf });
  const container = await provider.sign({ description: `ACT ${act.number}`, xml });
  if (!container.ok) return container;
  await asJob(db, ACTOR.job, async (tx) => {
    const file = await insertFile(tx, ACTOR, now, {
      partyId: act.partyId,
      kind: "edi",
      name: `${document.documentId}.xml`,
      mediaType: "application/octet-stream",
      bytes: container.value,
    });
    await moveEdiDocument(tx, document.id, { fileId: file!.id });
  });
  return container;
}

/** What may succeed later is counted by the outbox and shown meanwhile; what never will frees the act for another way. */
async function failed(
  db: Db,
  id: string,
  { code, again }: EdiFailure | { code: "edi.off"; again: true },
  giveUp: (code: string) => Promise<unknown>,
): Promise<void> {
  if (!again) return void (await giveUp(code));
  await asJob(db, ACTOR.job, (tx) => moveEdiDocument(tx, id, { failure: code }));
  throw new NotNow(code);
}
