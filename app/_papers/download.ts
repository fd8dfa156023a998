import "server-only";

import { z } from "zod";

import { isDatabaseAway } from "#/app/_actions/accident.ts";
import { currentActor } from "#/app/_auth/current-actor.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database, inTenant, type Tx, tenantOf } from "#/db/client.ts";
import { type FileRow, fileBytes } from "#/db/queries/files.ts";
import type { PersonActor, StaffActor } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import { log } from "#/lib/log.ts";
import { fileResponse, streamResponse } from "./file-response.ts";
import { paperFor, type StoredPaperKind } from "./paper.ts";

type Find = (tx: Tx, actor: PersonActor, id: string, now: Date) => Promise<FileRow | null>;

const missing = () => new Response(null, { status: 404 });

/**
 * A download's way: who (looked up now), may they, the file in one transaction as their own role. A stranger's file, a missing one
 * and one that the role may not see are the same 404.
 */
export async function download(request: Request, id: string, find: Find): Promise<Response> {
  return answered(request, id, (actor, now) =>
    inTenant(database(), tenantOf(actor), async (tx) => {
      const file = await find(tx, actor, id, now);
      return file ? fileResponse(file, await fileBytes(tx, file.id)) : missing();
    }),
  );
}

type Streamed = { name: string; mediaType: string; bytes: AsyncIterable<Uint8Array> };

/** The same way for what is made while it is read: nothing waits in memory, and no transaction waits for a slow reader. */
export async function downloadStream(
  request: Request,
  id: string,
  make: (actor: PersonActor, id: string, now: Date) => Promise<Streamed | null>,
): Promise<Response> {
  return answered(request, id, async (actor, now) => {
    const made = await make(actor, id, now);
    return made ? streamResponse(made, made.bytes) : missing();
  });
}

type Made = { name: string; mediaType: string; bytes: Uint8Array };

/** And for what the house draws for itself and does not keep: a register to print, a template about invented facts. */
export async function downloadForHouse(
  request: Request,
  allow: Permission,
  make: (tx: Tx, now: Date) => Promise<Made | null>,
): Promise<Response> {
  return guarded(request, async (actor, now) => {
    if (actor.kind !== "staff" || !permits(actor, allow)) return missing();
    const made = await inTenant(database(), actor, (tx) => make(tx, now), { readOnly: true });
    return made ? fileResponse(made, made.bytes) : missing();
  });
}

/** The same for what is long: each portion of it is read in a transaction of its own. */
export async function streamForHouse(
  request: Request,
  allow: Permission,
  make: (actor: StaffActor, now: Date) => Promise<Streamed | null>,
): Promise<Response> {
  return guarded(request, async (actor, now) => {
    if (actor.kind !== "staff" || !permits(actor, allow)) return missing();
    const made = await make(actor, now);
    return made ? streamResponse(made, made.bytes) : missing();
  });
}

const answered = (request: Request, id: string, answer: (actor: PersonActor, now: Date) => Promise<Response>) =>
  guarded(request, async (actor, now) =>
    permits(actor, "contract.read") && z.uuid().safeParse(id).success ? answer(actor, now) : missing(),
  );

async function guarded(
  request: Request,
  answer: (actor: PersonActor, now: Date) => Promise<Response>,
): Promise<Response> {
  try {
    const actor = await currentActor();
    if (!actor) return signInFirst(request);
    return await answer(actor, await currentTime());
  } catch (error) {
    const away = isDatabaseAway(error);
    log.error({ action: "download", err: error }, away ? "database away" : "accident");
    return new Response(null, { status: away ? 503 : 500, headers: away ? { "retry-after": "10" } : {} });
  }
}

/** A PDF of ours: `GET` of its route. */
export const paperRoute =
  (kind: StoredPaperKind) =>
  async (request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> =>
    download(request, (await params).id, (tx, actor, id, now) => paperFor(tx, actor, now, kind, id));

/** Somebody who typed or clicked an address gets the form; a program and a "save as" get the plain answer. */
function signInFirst(request: Request): Response {
  if (request.headers.get("sec-fetch-dest") !== "document") return new Response(null, { status: 401 });
  return new Response(null, { status: 303, headers: { location: "/sign-in" } });
}
