import "server-only";

import { signActStep } from "#/app/_actions/contract/specs.ts";
import { takeStep } from "#/app/_actions/contract/take-step.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { asJob } from "#/app/_jobs/job.ts";
import { givenAt } from "#/app/_time/now.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { fileBytes } from "#/db/queries/files.ts";
import { actById, filesOfStack, findStack, pagesOfStack, type ScanStack, staffById } from "#/db/queries/scans.ts";
import { NO_ORIGIN, type Origin, record } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import { filePages, moveStack, troublePages } from "#/db/writes/scans.ts";
import type { Actor, StaffActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { type ActionResult, type Refusal, refuse } from "#/lib/action-result.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { currentAct } from "#/lib/contract/contract.ts";
import { err, ok, type Result } from "#/lib/result.ts";
import { assemblePdf, type ScanSource } from "#/lib/scans/assemble.ts";

const ACTOR = { kind: "system", job: "scans" } as const;

type Who = { actor: Actor; origin: Origin; now: Date };
type Act = NonNullable<Awaited<ReturnType<typeof actById>>>;

/**
 * Files the whole acts of a stack as their signed copies, each in a transaction of its own and as the person who gave the word; what a
 * contract refuses waits with the refusal's code. A killed worker goes on with the next act.
 */
export async function fileStack(db: Db, stack: ScanStack, now: Date, stop?: AbortSignal): Promise<void> {
  const { pages, staff } = await asJob(db, ACTOR.job, async (tx) => ({
    pages: (await pagesOfStack(tx, stack.id)).map(({ page }) => page),
    staff: stack.closedBy && (await staffById(tx, stack.closedBy)),
  }));
  const ready = pages.filter(({ actId, trouble, filedFileId, settledAt }) =>
    Boolean(actId && !trouble && !filedFileId && !settledAt),
  );
  const sources = sourcesOf(db, stack);
  for (const [actId, theirs] of Map.groupBy(ready, ({ actId }) => actId!)) {
    if (stop?.aborted) return;
    const inOrder = theirs.toSorted((a, b) => a.page! - b.page!);
    const positions = inOrder.map(({ position }) => position);
    const filed = await fileOne(
      db,
      stack,
      { actId, pages: inOrder, positions },
      staff || null,
      await sources(inOrder),
      now,
    );
    if (!filed.ok) {
      if (filed.error.code === "record.changed") throw new Error("the contract moved");
      const { code } = filed.error;
      await asJob(db, ACTOR.job, (tx) => troublePages(tx, stack.id, positions, { trouble: "refused", code }));
    }
  }
  await asJob(db, ACTOR.job, (tx) => moveStack(tx, stack.id, "filing", "filed", { closedAt: now }));
}

type Chosen = { filePosition: number; filePage: number };

/** Files of a stack by need: the one in hand stays, the one before it goes. */
function sourcesOf(db: Db, stack: ScanStack) {
  let held: { position: number; source: ScanSource } | null = null;
  return async (pages: readonly Chosen[]) => {
    const files = await asJob(db, ACTOR.job, (tx) => filesOfStack(tx, stack.id));
    const sources = new Map<number, ScanSource>();
    for (const { filePosition } of pages) {
      if (sources.has(filePosition)) continue;
      if (held?.position !== filePosition) {
        const file = files.find(({ position }) => position === filePosition)!;
        const bytes = await asJob(db, ACTOR.job, (tx) => fileBytes(tx, file.fileId));
        held = { position: filePosition, source: { mediaType: file.mediaType, bytes } };
      }
      sources.set(filePosition, held.source);
    }
    return sources;
  };
}

async function fileOne(
  db: Db,
  stack: ScanStack,
  { actId, pages, positions }: { actId: string; pages: readonly Chosen[]; positions: readonly number[] },
  staff: StaffActor | null,
  sources: ReadonlyMap<number, ScanSource>,
  now: Date,
): Promise<Result<unknown, Refusal>> {
  if (!staff || !permits(staff, "contract.sign-act")) return err({ code: "auth.forbidden" });
  return orUndo(
    (body) => inTenant(db, staff, body),
    async (tx) => {
      if ((await findStack(tx, stack.id))?.state !== "filing") return refuse("record.changed");
      const act = await actById(tx, actId);
      if (!act) return refuse("record.not_found");
      const who = { actor: staff, origin: NO_ORIGIN, now };
      return signFromPaper(tx, act, { stack, signedOn: stack.signedOn, pages, positions, sources }, who);
    },
  );
}

/**
 * One signed copy from chosen pages (3.7): the paper is filed, the step is taken on the customer's word on paper, the pages know what
 * became of them. After the silence of 3.8 the same step attaches a late signature.
 */
export async function signFromPaper(
  tx: Tx,
  act: Act,
  paper: {
    stack: ScanStack;
    signedOn: Day | string;
    pages: readonly Chosen[];
    positions: readonly number[];
    sources: ReadonlyMap<number, ScanSource>;
    byHand?: boolean;
  },
  who: Who,
): Promise<ActionResult<{ fileId: string }>> {
  const contract = await findContract(tx, who.actor, act.contractId);
  if (!contract) return refuse("record.not_found");
  // The code may be of an act that a corrected one replaced since: a signature under it is none under the new one.
  if (currentAct(contract)?.id !== act.id) return refuse("scan.act_replaced");
  const pdf = await assemblePdf(
    paper.pages.map(({ filePosition, filePage }) => ({ source: paper.sources.get(filePosition)!, page: filePage })),
  );
  if (!pdf.ok) return refuse(pdf.error);
  const file = await insertFile(tx, who.actor, who.now, {
    partyId: act.partyId,
    kind: "signed-act",
    name: `Акт ${act.number}, подписан.pdf`,
    mediaType: "application/pdf",
    bytes: pdf.value,
  });
  const fileId = file!.id;
  await record(tx, who.actor, who.origin, who.now, {
    chain: `scan:${paper.stack.id}`,
    partyId: act.partyId,
    contractId: act.contractId,
    step: "file-scan",
    clause: "3.7",
    data: { number: act.number, pages: [...paper.positions], sha256: file!.sha256 },
  });
  const done = await takeStep({ tx, ...who, given: await givenAt(tx, who.now) }, signActStep, {
    contractId: contract.id,
    version: contract.version,
    signedOn: paper.signedOn,
    // The paper came when its stack was uploaded, however late the worker or a person files it (3.8).
    answeredOn: dayInMinsk(paper.stack.uploadedAt),
    signedFileId: fileId,
    onBehalf: { how: "paper", reason: `Подписанный экземпляр со сканера, стр. ${paper.positions.join(", ")}`, fileId },
  });
  if (!done.ok) return done;
  const settled = paper.byHand && who.actor.kind === "staff" ? { settledAt: who.now, settledBy: who.actor.userId } : {};
  const pages = { filedFileId: fileId, actId: act.id, number: act.number, ...settled };
  return (await filePages(tx, paper.stack.id, paper.positions, pages)) ? ok({ fileId }) : refuse("record.changed");
}
