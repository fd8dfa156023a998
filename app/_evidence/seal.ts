import "server-only";

import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { logAfter } from "#/db/queries/evidence-log.ts";
import { lastSeal } from "#/db/queries/evidence-seals.ts";
import { finalEvidenceId, holdSeals, insertSeal } from "#/db/writes/evidence-seals.ts";
import { addDays, type Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { GENESIS } from "#/lib/evidence/chain.ts";
import { leafOf, MerkleRoot } from "#/lib/evidence/merkle.ts";
import { type Seal, sealRoot } from "#/lib/evidence/seal.ts";

const SYSTEM = { kind: "system", job: "seal-evidence" } as const;

/** A day's worth of entries while it is gathered. */
type Open = { day: Day; entries: number; firstId: number; lastId: number; tree: MerkleRoot };

/**
 * Seals every finished Minsk day since the last seal; `extra` seals the running day up to this moment, too. Days without an entry
 * get none. An entry belongs to the day that was running when it was written: one that was committed late goes to the next seal.
 * `follow` runs in the same transaction with the new seals: the letter and the seal are one. Returns the new ones, oldest first.
 */
export async function sealEvidence(
  db: Db,
  now: Date,
  { extra = false, follow }: { extra?: boolean; follow?: (tx: Tx, sealed: Seal[]) => Promise<void> } = {},
): Promise<Seal[]> {
  const today = dayInMinsk(now);
  const upTo = await inTenant(db, SYSTEM, finalEvidenceId);
  return inTenant(db, SYSTEM, async (tx) => {
    await holdSeals(tx);
    let last = await lastSeal(tx);
    const sealed: Seal[] = [];
    const close = async (open: Open, kind: Seal["kind"]) => {
      last = await store(tx, open, kind, last, now);
      sealed.push(last);
    };
    let open: Open | null = null;
    for await (const { id, hash, at } of entriesAfter(tx, last?.lastId ?? 0, upTo)) {
      // The clock of a demonstration may go back: a day that was sealed is over.
      const day = later(dayInMinsk(new Date(at)), open?.day ?? dayAfter(last));
      if (open && day !== open.day) {
        await close(open, "day");
        open = null;
      }
      if (day >= today && !extra) break;
      open ??= { day, entries: 0, firstId: id, lastId: id, tree: new MerkleRoot() };
      open.entries++;
      open.lastId = id;
      open.tree.add(leafOf(id, hash));
    }
    if (open) await close(open, open.day < today ? "day" : "extra");
    if (sealed.length > 0) await follow?.(tx, sealed);
    return sealed;
  });
}

async function* entriesAfter(tx: Tx, from: number, upTo: number) {
  for (let id = from; ; ) {
    const rows = await logAfter(tx, id, { upTo });
    const last = rows.at(-1);
    if (!last) return;
    yield* rows;
    id = last.id;
  }
}

async function store(tx: Tx, { tree, ...open }: Open, kind: Seal["kind"], last: Seal | null, now: Date): Promise<Seal> {
  const seal = {
    ...{ seq: (last?.seq ?? 0) + 1, kind, ...open, merkle: tree.root() },
    ...{ prevRoot: last?.root ?? GENESIS, sealedAt: now },
  };
  const whole = { ...seal, root: sealRoot(seal) };
  await insertSeal(tx, whole);
  return whole;
}

const later = (day: Day, least: Day | null): Day => (least !== null && day < least ? least : day);
/** A day that was sealed whole is over; after an extra seal the same day goes on. */
const dayAfter = (last: Seal | null): Day | null => last && (last.kind === "day" ? addDays(last.day, 1) : last.day);
