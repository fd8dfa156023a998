import { z } from "zod";

import { requestOrigin, sameOrigin } from "#/app/_actions/guard.ts";
import { orUndo } from "#/app/_actions/or-undo.ts";
import { currentActor } from "#/app/_auth/current-actor.ts";
import { importStatement } from "#/app/_payments/import-statement.ts";
import { importStream } from "#/app/_payments/import-stream.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database, inTenant, tenantOf } from "#/db/client.ts";
import { fileBytes, findFile } from "#/db/queries/files.ts";
import { permits } from "#/lib/access/permissions.ts";
import { refuse } from "#/lib/action-result.ts";

type Params = { params: Promise<{ fileId: string }> };

/**
 * Clause 3.4: the second half of an import, after the accountant has seen the checks; the file was uploaded before. A route and no
 * action, because it tells how far it is and ends with the connection. Pressed twice it is still one import: the file's hash is
 * known the second time.
 */
export async function POST(request: Request, { params }: Params): Promise<Response> {
  if (!(await sameOrigin())) return refused("auth.origin");
  const actor = await currentActor();
  if (!actor) return refused("auth.signed_out");
  if (!permits(actor, "statement.import"))
    return refused(actor.kind === "staff-pending" ? "auth.second_factor" : "auth.forbidden");
  const id = z.uuid().safeParse((await params).fileId);
  if (!id.success) return refused("record.not_found");
  const file = await inTenant(database(), tenantOf(actor), (tx) => findFile(tx, actor, id.data), { readOnly: true });
  if (file?.kind !== "statement") return refused("record.not_found");

  const who = { actor, origin: await requestOrigin(), now: await currentTime() };
  return importStream(request.signal, (watch) =>
    orUndo(
      (body) => inTenant(database(), tenantOf(actor), body),
      (tx) =>
        importStatement(tx, { id: file.id, sha256: file.sha256, bytes: () => fileBytes(tx, file.id) }, who, watch),
    ),
  );
}

const refused = (code: string) =>
  Response.json(refuse(code), { status: 422, headers: { "cache-control": "no-store" } });
