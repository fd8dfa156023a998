import { evidencePack } from "#/app/_evidence/pack.ts";
import { downloadStream } from "#/app/_papers/download.ts";
import { database } from "#/db/client.ts";
import { env } from "#/lib/env.ts";

/** The evidence pack: the party's own people and staff; a stranger's contract is as missing as one that never was. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return downloadStream(request, (await params).id, async (actor, id, now) => {
    const pack = await evidencePack(database(), actor, id, { now, origin: env().PUBLIC_ORIGIN });
    return pack && { ...pack, mediaType: "application/zip" };
  });
}
