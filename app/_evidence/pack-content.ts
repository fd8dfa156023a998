import "server-only";

import { paperFor } from "#/app/_papers/paper.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { pricesOf } from "#/db/queries/documents.ts";
import { hashesBetween, logOfContract } from "#/db/queries/evidence-log.ts";
import {
  editionsByIds,
  filesByIds,
  filesNamedBy,
  mailsOfContract,
  paymentsOfContract,
} from "#/db/queries/evidence-pack.ts";
import { allSeals } from "#/db/queries/evidence-seals.ts";
import type { FileRow } from "#/db/queries/files.ts";
import { settingsOn } from "#/db/queries/settings.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import type { Contract } from "#/lib/contract/contract.ts";
import { type Proof, proofsIn, sealOf } from "#/lib/evidence/pack.ts";
import type { Seal } from "#/lib/evidence/seal.ts";
import type { LogEntry } from "#/lib/evidence/verify.ts";

export const PACKER = { kind: "system", job: "evidence-pack" } as const;

/** What goes into a pack besides the bytes of files: those are fetched one at a time while it is written. */
export type PackContent = Awaited<ReturnType<typeof read>>;

/** Draws the papers that nobody has asked for yet, then reads everything of the contract at one moment. */
export async function packContent(db: Db, contract: Contract, now: Date): Promise<PackContent> {
  const papers = await inTenant(db, PACKER, (tx) => drawn(tx, contract, now));
  return inTenant(db, PACKER, (tx) => read(tx, contract, papers));
}

async function drawn(tx: Tx, contract: Contract, now: Date): Promise<FileRow[]> {
  const found: (FileRow | null)[] = [];
  for (const { id } of [...contract.invoices].reverse()) found.push(await paperFor(tx, PACKER, now, "invoice", id));
  for (const act of [...contract.acts].reverse()) {
    found.push(await paperFor(tx, PACKER, now, "act", act.id));
    if (act.refusedOn) found.push(await paperFor(tx, PACKER, now, "refusal-letter", act.id));
    if (act.deemedOn) found.push(await paperFor(tx, PACKER, now, "deemed-protocol", act.id));
  }
  return found.filter((file) => file !== null);
}

async function read(tx: Tx, contract: Contract, papers: FileRow[]) {
  const ids = [contract.acceptedOfferId, contract.shownOfferId, contract.shownPriceListId, contract.shownRulesId];
  const printed = contract.invoices.flatMap(({ frozen }) => [frozen.offer.id, frozen.priceList.id]);
  const wanted = [...new Set([...ids, ...printed])].filter((id) => id !== null);
  const editions: (Awaited<ReturnType<typeof editionsByIds>>[number] & {
    prices: Awaited<ReturnType<typeof pricesOf>>;
  })[] = [];
  for (const edition of await editionsByIds(tx, wanted))
    editions.push({ ...edition, prices: await pricesOf(tx, edition.id) });
  const own = [
    ...contract.lines.map(({ evidenceFileId }) => evidenceFileId),
    ...contract.acts.flatMap(({ signedFileId, refusalFileId }) => [signedFileId, refusalFileId]),
    ...(await filesNamedBy(tx, contract.id)),
  ].filter((id) => id !== null);
  const drawnIds = new Set(papers.map(({ id }) => id));
  const uploads = (await filesByIds(tx, [...new Set(own)])).filter(({ id }) => !drawnIds.has(id));
  const entries = await logOfContract(
    tx,
    contract.id,
    [...papers, ...uploads].map(({ id }) => id),
  );
  return {
    contract,
    papers,
    uploads,
    editions,
    entries,
    ...(await provenBy(tx, entries)),
    payments: await paymentsOfContract(tx, contract.id),
    mails: await mailsOfContract(tx, contract.id, contract.partyId),
    vat: (await settingsOn(tx, dayInMinsk(contract.placedAt))).vat,
  };
}

/** The seals from the first that covers an entry to the newest, and each entry's way into its own. */
async function provenBy(tx: Tx, entries: readonly LogEntry[]) {
  const all = await allSeals(tx);
  const covering = [...new Set(entries.map(({ id }) => sealOf(all, id)).filter((seal) => seal !== undefined))];
  const first = covering[0];
  const seals: Seal[] = first ? all.slice(first.seq - 1) : [];
  const proofs: Proof[] = [];
  const ids = new Set(entries.map(({ id }) => id));
  for (const seal of covering) proofs.push(...proofsIn(seal, await hashesBetween(tx, seal.firstId, seal.lastId), ids));
  const proven = new Set(proofs.map(({ id }) => id));
  return { seals, proofs, unsealed: [...ids].filter((id) => !proven.has(id)) };
}
