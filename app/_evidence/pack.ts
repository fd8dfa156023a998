import "server-only";

import { type Db, inTenant, tenantOf } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import type { Actor } from "#/lib/access/actor.ts";
import { currentInvoice } from "#/lib/contract/contract.ts";
import { GENESIS } from "#/lib/evidence/chain.ts";
import { inventoried, type PackFile, partName, prettyJson } from "#/lib/evidence/pack.ts";
import { readme } from "#/lib/evidence/readme.ts";
import { verifyHtml } from "#/lib/evidence/verifier/page.ts";
import { type ZipFile, zipped } from "#/lib/evidence/zip.ts";
import { type PackContent, packContent } from "./pack-content.ts";
import { packParts } from "./pack-parts.ts";

export type Pack = { name: string; bytes: AsyncGenerator<Uint8Array> };

/**
 * The evidence pack of a contract (6.7), streamed: one file is in memory at a time. Null for a stranger's contract as for a
 * missing one; whose it is, is asked as the actor, and what the house keeps about it is read as the house.
 */
export async function evidencePack(
  db: Db,
  actor: Actor,
  id: string,
  { now, origin }: { now: Date; origin: string },
): Promise<Pack | null> {
  const contract = await inTenant(db, tenantOf(actor), (tx) => findContract(tx, actor, id), { readOnly: true });
  if (!contract) return null;
  const content = await packContent(db, contract, now);
  const number = currentInvoice(contract)?.number ?? contract.id;
  return { name: `Доказательства ${number}.zip`, bytes: zipped(packFiles(content, { db, now, origin })) };
}

async function* packFiles(
  content: PackContent,
  { now, ...where }: { db: Db; now: Date; origin: string },
): AsyncGenerator<ZipFile> {
  const files: PackFile[] = [];
  const told = (name: string, kind: string, bytes: Uint8Array): ZipFile => {
    files.push(inventoried(name, kind, bytes));
    return { name, bytes };
  };
  yield told("README-ru.txt", "readme", Buffer.from(readme(`${where.origin}/evidence`)));
  yield told("verify.html", "verifier", Buffer.from(verifyHtml()));
  let number = 0;
  for await (const part of packParts(content, where)) yield told(partName(++number, part), part.kind, part.bytes);
  const manifest = prettyJson({ ...manifestHead(content), madeAt: now, files });
  yield { name: "manifest.json", bytes: manifest };
  const { sha256 } = inventoried("manifest.json", "manifest", manifest);
  yield { name: "manifest.sha256", bytes: Buffer.from(`${sha256}  manifest.json\n`) };
}

function manifestHead({ contract, entries, seals }: PackContent) {
  const name = `contract:${contract.id}`;
  const last = entries.findLast(({ chain }) => chain === name);
  const { seq, day, root } = seals.at(-1) ?? {};
  return {
    version: 1,
    contract: contract.id,
    chain: { name, entries: last?.seq ?? 0, head: last?.hash ?? GENESIS },
    seal: root ? { seq, day, root } : null,
  };
}
