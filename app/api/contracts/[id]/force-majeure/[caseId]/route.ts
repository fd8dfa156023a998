import { z } from "zod";

import { download } from "#/app/_papers/download.ts";
import { noticeId, paperFor } from "#/app/_papers/paper.ts";

/** The notice of 5.3 about one case, as it goes to the other side of one contract. */
export async function GET(request: Request, { params }: { params: Promise<{ id: string; caseId: string }> }) {
  const { id, caseId } = await params;
  return download(request, id, async (tx, actor, contractId, now) =>
    z.uuid().safeParse(caseId).success
      ? paperFor(tx, actor, now, "force-majeure-notice", noticeId(contractId, caseId))
      : null,
  );
}
