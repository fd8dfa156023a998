import "server-only";

import { requestOrigin } from "#/app/_actions/guard.ts";
import { overLimit } from "#/app/_auth/limits.ts";
import { noSoonerThan, visitOf } from "#/app/_auth/visit.ts";
import { currentTime } from "#/app/_time/now.ts";
import { database } from "#/db/client.ts";
import { verifiedPaper } from "#/db/queries/verified-paper.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Verdict, type VerifiedPaper, verdictOf } from "#/lib/documents/verify/verdict.ts";

export type LookedUp =
  | { state: "found"; paper: VerifiedPaper; verdict: Verdict }
  | { state: "unknown" }
  | { state: "wait"; minutes: number };

/** Known, unknown and misspelt take as long. */
const ANSWER_AFTER_MS = 150;

/** What stands behind a code or a hash, for anybody, so many times an hour. */
export async function lookedUp(code: string | null): Promise<LookedUp> {
  const [db, now] = [database(), await currentTime()];
  const visit = visitOf({ db, now, origin: await requestOrigin() });
  return noSoonerThan(ANSWER_AFTER_MS, async () => {
    const over = await overLimit(visit, ["verify.address", visit.origin.address ?? ""]);
    if (over && !over.ok) return { state: "wait", minutes: Number(over.error.params?.minutes ?? 1) };
    const paper = await verifiedPaper(db, code ?? "");
    return paper ? { state: "found", paper, verdict: verdictOf(paper, dayInMinsk(now)) } : { state: "unknown" };
  });
}
