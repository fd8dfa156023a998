import { download } from "#/app/_papers/download.ts";
import { findFile } from "#/db/queries/files.ts";
import { permits } from "#/lib/access/permissions.ts";

/** An uploaded file: the party's own, or for staff any; bank statements only for who may read them. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string }> }): Promise<Response> {
  return download(request, (await params).id, async (tx, actor, id) => {
    const file = await findFile(tx, actor, id);
    return file && (file.kind !== "statement" || permits(actor, "statement.read")) ? file : null;
  });
}
