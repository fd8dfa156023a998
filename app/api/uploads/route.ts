import { createHash } from "node:crypto";

import { z } from "zod";

import { accident } from "#/app/_actions/accident.ts";
import { requestOrigin, sameOrigin } from "#/app/_actions/guard.ts";
import { currentActor } from "#/app/_auth/current-actor.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database, inTenant, tenantOf } from "#/db/client.ts";
import { findContract } from "#/db/queries/contracts.ts";
import { findParty } from "#/db/queries/parties.ts";
import { record } from "#/db/writes/evidence.ts";
import { insertFile } from "#/db/writes/files.ts";
import type { PersonActor } from "#/lib/access/actor.ts";
import { permits } from "#/lib/access/permissions.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import {
  recogniseFile,
  safeFileName,
  TYPE_NAMES,
  UPLOAD_KINDS,
  UPLOADS,
  type UploadKind,
} from "#/lib/files/recognise.ts";
import { ok } from "#/lib/result.ts";

const asked = z.object({ kind: z.enum(UPLOAD_KINDS), contract: z.uuid().nullable(), party: z.uuid().nullable() });

type Uploaded = { fileId: string; size: number; sha256: string };

/**
 * Takes one file as the body of the request. No action takes files: Next cuts long bodies silently, here the bytes are counted
 * against the limit and against the sha256 that the browser computed, and a file that is not whole is refused.
 */
export async function POST(request: Request): Promise<Response> {
  const result = await upload(request).catch((error: unknown) => accident("upload", error));
  return Response.json(result, { status: result.ok ? 200 : 422, headers: { "cache-control": "no-store" } });
}

async function upload(request: Request): Promise<ActionResult<Uploaded>> {
  if (!(await sameOrigin())) return refuse("auth.origin");
  const actor = await currentActor();
  if (!actor) return refuse("auth.signed_out");
  const query = new URL(request.url).searchParams;
  const parsed = asked.safeParse({
    kind: query.get("kind"),
    contract: query.get("contract"),
    party: query.get("party"),
  });
  if (!parsed.success) return refuse("form.invalid");
  const { kind, contract, party } = parsed.data;
  if (!mayUpload(actor, kind)) return refuse("auth.forbidden");

  const name = safeFileName(decodedHeader(request.headers.get("x-file-name")) ?? "file");
  const sent = await readWhole(request, UPLOADS[kind].maxBytes);
  if (sent === "too_big")
    return refuse({ code: "file.too_big", params: { name, limit: UPLOADS[kind].maxBytes / 1024 / 1024 } });
  const { bytes, sha256 } = sent;
  if (bytes.length === 0) return refuse({ code: "file.empty", params: { name } });
  if (request.headers.get("x-file-sha256")?.toLowerCase() !== sha256)
    return refuse({ code: "file.upload", params: { name } });
  const mediaType = recogniseFile(bytes);
  const { types } = UPLOADS[kind];
  if (types && (!mediaType || !types.includes(mediaType)))
    return refuse({ code: "file.type", params: { name, allowed: types.map((type) => TYPE_NAMES[type]).join(", ") } });

  const now = await currentTime();
  const origin = await requestOrigin();
  return inTenant(database(), tenantOf(actor), async (tx) => {
    const owner = contract ? await findContract(tx, actor, contract) : null;
    if (contract && !owner) return refuse("record.not_found");
    if (party && !(await findParty(tx, actor, party))) return refuse("record.not_found");
    const partyId = owner?.partyId ?? (actor.kind === "customer" ? actor.partyId : party);
    const file = await insertFile(tx, actor, now, {
      partyId,
      kind,
      name,
      mediaType: mediaType ?? "application/octet-stream",
      bytes,
    });
    if (!file) return refuse("record.changed");
    await record(tx, actor, origin, now, {
      chain: `file:${file.id}`,
      partyId,
      contractId: owner?.id ?? null,
      step: "upload-file",
      data: { kind, fileId: file.id, size: bytes.length, sha256 },
    });
    return ok({ fileId: file.id, size: bytes.length, sha256 });
  });
}

function mayUpload(actor: PersonActor, kind: UploadKind): boolean {
  if (kind === "statement") return permits(actor, "statement.import");
  if (kind === "edition") return permits(actor, "edition.draft");
  if (kind === "catalog") return permits(actor, "catalog.edit");
  if (kind === "force-majeure") return permits(actor, "force-majeure.declare");
  if (kind === "scan") return permits(actor, "scan.intake");
  if (kind === "on-behalf") return permits(actor, "contract.on-behalf");
  if (kind === "signed-reconciliation") return permits(actor, "reconciliation.answer");
  // Whoever activates may correct, not the other way round.
  if (kind === "activation") return permits(actor, "contract.correct-activation");
  return permits(actor, kind === "signed-act" ? "contract.sign-act" : "contract.refuse-act");
}

/** The body counted and hashed as it comes; what is over the limit is not read to its end. */
async function readWhole(request: Request, limit: number): Promise<{ bytes: Uint8Array; sha256: string } | "too_big"> {
  if (Number(request.headers.get("content-length") ?? 0) > limit) return "too_big";
  const chunks: Uint8Array[] = [];
  const hash = createHash("sha256");
  let size = 0;
  for await (const chunk of (request.body ?? []) as unknown as AsyncIterable<Uint8Array>) {
    size += chunk.byteLength;
    if (size > limit) return "too_big";
    hash.update(chunk);
    chunks.push(chunk);
  }
  return { bytes: Buffer.concat(chunks), sha256: hash.digest("hex") };
}

function decodedHeader(value: string | null): string | null {
  try {
    return value === null ? null : decodeURIComponent(value);
  } catch {
    return null;
  }
}
