import "server-only";

import { drizzle } from "drizzle-orm/postgres-js";

import { sealEvidence } from "#/app/_evidence/seal.ts";
import { verifyLog } from "#/app/_evidence/verify-log.ts";
import { inTenant } from "#/db/client.ts";
import { evidence } from "#/db/schema/index.ts";
import { type EvidenceEntry, entryHash, GENESIS, hidePersonal } from "#/lib/evidence/chain.ts";
import { alterPack, samplePack } from "#/lib/evidence/testing/pack.ts";
import { verifyPack } from "#/lib/evidence/verifier/verifier.mjs";
import { makeParty, pay, placeOrder } from "../fixtures.ts";
import { TAMPERINGS, tamper, verdictAfter } from "../tamper.ts";
import { defineProof, type House, withDatabase } from "./proof.ts";

const SYSTEM = { kind: "system", job: "prove-evidence" } as const;
const BATCH = 2000;
const PER_CHAIN = 8;
const MOST_MS = 60_000;
/** Rewritten logs are kept small: each alteration is followed by a reading of the whole. */
const PARTIES = 3;

export const proof = defineProof({
  what: "rows altered by the table's owner, archives altered anywhere, a long log verified",
  sizes: {
    rows: { full: 5_000, smoke: 100 },
    archives: { full: 5_000, smoke: 200 },
    entries: { full: 1_000_000, smoke: 5_000 },
  },
  async run(house, { rows, archives, entries }) {
    const found = await archivesAltered(house, archives);
    return withDatabase(house, 4, async (db, owner) => {
      const now = new Date("2026-04-15T10:00:00+03:00");
      for (let n = 0; n < PARTIES; n++) {
        const party = await makeParty(db, "legalEntity", { now });
        await pay(db, await placeOrder(db, party, [{}], { now }), { now });
      }
      await sealEvidence(db, new Date("2026-04-16T10:00:00+03:00"));
      const asOwner = drizzle({ client: owner });
      for (let n = 0; n < rows; n++) {
        const how = house.random.pick(TAMPERINGS);
        const { found: verdict, done } = await verdictAfter(asOwner, (tx) => tamper(tx, how, house.random.pick));
        if (verdict.ok) house.violated(`not found: ${done.what}`);
        else if (verdict.problems.some(({ event }) => !event)) house.violated(`not named: ${done.what}`);
      }
      if (!(await verifyLog(db)).ok) house.violated("the log that nobody altered does not verify");

      const before = performance.now();
      await fill(db, entries);
      const filled = performance.now();
      await sealEvidence(db, new Date("2026-06-01T10:00:00+03:00"));
      const sealed = performance.now();
      const whole = await verifyLog(db);
      const took = performance.now() - sealed;
      if (!whole.ok) house.violated(`a log of ${whole.entries} does not verify: ${JSON.stringify(whole.problems[0])}`);
      // A handful says nothing of a million: starting costs more than reading them.
      if (whole.entries >= 100_000 && took / whole.entries > MOST_MS / 1_000_000)
        house.violated(`${whole.entries} entries took ${Math.round(took)} ms: a million would take more than a minute`);
      return {
        "rows altered, found and named": rows,
        "archives altered, found": found,
        "entries verified": whole.entries,
        "under seals": whole.sealed,
        "writing them, s": ((filled - before) / 1000).toFixed(1),
        "sealing them, s": ((sealed - filled) / 1000).toFixed(1),
        "verifying them, s": (took / 1000).toFixed(1),
        "a million in, s": ((took / whole.entries) * 1000).toFixed(1),
        "memory after, MB": Math.round(process.memoryUsage().rss / 2 ** 20),
      };
    });
  },
});

async function archivesAltered(house: House, count: number): Promise<number> {
  const pack = await samplePack();
  if (!(await verifyPack(pack)).ok) house.violated("a good pack does not verify");
  for (let n = 0; n < count; n++) {
    const { what, bytes, file } = await alterPack(pack, house.seed + n);
    const { ok, repacked, problems } = await verifyPack(bytes);
    if (ok && !repacked) house.violated(`not found: ${what}`);
    else if (file && !problems.some((problem) => problem.file === file)) house.violated(`not named: ${what}`);
  }
  return count;
}

/** Entries as the writer makes them, written in bulk: chains of a contract's length, a thousand contracts a day. */
async function fill(db: Parameters<typeof verifyLog>[0], count: number): Promise<void> {
  const start = Date.parse("2026-04-20T06:00:00Z");
  let prevHash = GENESIS;
  for (let done = 0; done < count; ) {
    const rows: (typeof evidence.$inferInsert)[] = [];
    for (; rows.length < BATCH && done < count; done++) {
      const seq = (done % PER_CHAIN) + 1;
      const contractId = `00000000-0000-4000-8000-${String(Math.floor(done / PER_CHAIN)).padStart(12, "0")}`;
      const entry: EvidenceEntry = {
        ...{ chain: `contract:${contractId}`, seq, contractId, partyId: contractId },
        at: new Date(start + Math.floor((done / count) * 30 * 86_400_000)),
        ...{ actorKind: "customer", actorId: contractId, actorName: "О. Покупатель", onBehalfOf: null },
        ...{ step: "place-order", clause: "1.10", reason: null },
        data: { total: "48000", portal: `p-${done}.bitrix24.by`, editions: [{ number: 1, sha256: GENESIS }] },
        ...{ address: "192.0.2.1", browser: "Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0" },
      };
      const hidden = { ...entry, ...hidePersonal(entry, `${done}`) };
      if (seq === 1) prevHash = GENESIS;
      const hash = entryHash(prevHash, hidden);
      rows.push({ ...hidden, prevHash, hash });
      prevHash = hash;
    }
    await inTenant(db, SYSTEM, (tx) => tx.insert(evidence).values(rows));
  }
}
