import "server-only";

import { confirmActReceivedStep, refuseActStep, signActStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { asJob } from "#/app/_jobs/job.ts";
import { givenAt } from "#/app/_time/now.ts";
import type { Db, Tx } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { arrivalKept, ediDocumentByNumber } from "#/db/queries/edi.ts";
import { keepArrival } from "#/db/writes/edi.ts";
import { NO_ORIGIN, record } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { ActionResult } from "#/lib/action-result.ts";
import { dayOfStamp } from "#/lib/edi/minsk-stamp.ts";
import type { Delivery, EdiFailure, EdiProvider } from "#/lib/edi/provider.ts";
import { type Arrival, readArrival } from "#/lib/edi/read-arrival.ts";
import { recogniseFile, safeFileName } from "#/lib/files/recognise.ts";
import { ok, type Result } from "#/lib/result.ts";

const ACTOR = { kind: "system", job: "edi" } as const;

/**
 * Takes what waits at the operator, each delivery in a transaction of its own: kept, turned into the customer's step where it is one,
 * and only then confirmed to the operator. After a kill it is offered again and known by its id. Returns how many were new.
 */
export async function receiveEdi(
  db: Db,
  provider: EdiProvider,
  now: Date,
  stop?: AbortSignal,
): Promise<Result<number, EdiFailure>> {
  const waiting = await provider.poll();
  if (!waiting.ok) return waiting;
  let taken = 0;
  for (const delivery of waiting.value) {
    if (stop?.aborted) break;
    if (!(await asJob(db, ACTOR.job, (tx) => arrivalKept(tx, delivery.id)))) {
      const content = await provider.fetchSigned(delivery.id);
      if (!content.ok) return content;
      if (await asJob(db, ACTOR.job, (tx) => take(tx, now, delivery, content.value))) taken++;
    }
    const confirmed = await provider.confirm(delivery.id);
    if (!confirmed.ok) return confirmed;
  }
  return ok(taken);
}

async function take(tx: Tx, now: Date, delivery: Delivery, bytes: Uint8Array): Promise<boolean> {
  const arrival = readArrival(bytes);
  const found = arrival.documentId ? await ediDocumentByNumber(tx, arrival.documentId) : null;
  const file = await insertFile(tx, ACTOR, now, {
    partyId: found?.act.partyId ?? null,
    kind: arrival.kind === "signed" ? "signed-act" : "edi",
    name: safeFileName(delivery.fileName),
    mediaType: recogniseFile(bytes) ?? "application/octet-stream",
    bytes,
  });
  const code =
    arrival.code ?? (found ? await step(tx, now, delivery, arrival, found.act, file!.id) : "edi.unknown_document");
  const id = await keepArrival(tx, {
    externalId: delivery.id,
    type: delivery.type,
    name: safeFileName(delivery.fileName),
    processedAt: delivery.processedAt,
    receivedAt: now,
    fileId: file!.id,
    kind: arrival.kind,
    outcome: code === null ? "taken" : "waiting",
    code,
    documentId: arrival.documentId,
    contractId: found?.act.contractId ?? null,
  });
  // Another worker was first: what this one wrote is undone with its transaction.
  if (!id) throw new Error("the delivery was taken meanwhile");
  await record(tx, ACTOR, NO_ORIGIN, now, {
    chain: `edi:${id}`,
    partyId: found?.act.partyId ?? null,
    contractId: found?.act.contractId ?? null,
    step: "receive-edi",
    data: { externalId: delivery.id, kind: arrival.kind, documentId: arrival.documentId, sha256: file!.sha256, code },
  });
  return true;
}

type Act = NonNullable<Awaited<ReturnType<typeof ediDocumentByNumber>>>["act"];

/** The customer's step that the delivery tells of; null when taken or not needed any more, else why a person must look. */
async function step(
  tx: Tx,
  now: Date,
  delivery: Delivery,
  { kind, on, reason }: Arrival,
  act: Act,
  fileId: string,
): Promise<string | null> {
  if (act.status === "replaced") return "edi.act_replaced";
  if (kind === "read" && act.status !== "sent") return null;
  const answered = act.status === "signed" || act.status === "refused" || act.lateSignedOn !== null;
  if (answered) return "edi.already_answered";
  if (kind === "other") return "edi.message_unknown";
  const motive = (reason ?? "").trim().slice(0, 4000);
  if (kind === "refused" && motive.length < MIN_REASON) return "edi.no_reason";
  const contract = await findContract(tx, ACTOR, act.contractId);
  if (!contract) return "record.not_found";
  const given = await givenAt(tx, now);
  const day = on ?? dayOfStamp(delivery.processedAt) ?? given.today;
  const input = { contractId: contract.id, version: contract.version };
  // By the day of the event: a container that was signed in time and polled late is in time (3.8).
  const told = { answeredOn: day };
  const context = (savepoint: Tx) => ({ tx: savepoint, actor: ACTOR, origin: NO_ORIGIN, given });
  const steps: Record<"read" | "signed" | "refused", (savepoint: Tx) => Promise<ActionResult<unknown>>> = {
    read: (savepoint) => takeStep(context(savepoint), confirmActReceivedStep, { ...input, receivedOn: day }),
    signed: (savepoint) =>
      takeStep(context(savepoint), signActStep, { ...input, ...told, signedOn: day, signedFileId: fileId }),
    refused: (savepoint) => takeStep(context(savepoint), refuseActStep, { ...input, ...told, reason: motive, fileId }),
  };
  const done = await orUndo((body) => tx.transaction(body), steps[kind]);
  if (done.ok) return null;
  if (done.error.code === "record.changed") throw new Error("the contract moved");
  // Only the code is kept; a sentence with a day in it would have lost the day.
  return done.error.code === "act.silence_passed" ? "edi.silence_passed" : done.error.code;
}

/** What refuse-act asks of a motive (3.6). */
const MIN_REASON = 10;
