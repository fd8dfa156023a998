import "server-only";

import { ediLine } from "#/app/_edi/provider.ts";
import { receiveEdi } from "#/app/_edi/receive.ts";
import { currentTime } from "#/app/_time/now.ts";
import type { Db } from "#/db/client.ts";
import { log } from "#/lib/log.ts";

/** Asks ЭДиН what came for the seller; nothing to do where it is worked by hand. */
export async function pollEdi(db: Db, stop: AbortSignal): Promise<boolean> {
  const line = ediLine();
  if (!line) return false;
  const taken = await receiveEdi(db, line.provider, await currentTime(db), stop);
  if (!taken.ok) log.warn({ job: "edi", code: taken.error.code }, "the operator of EDI did not answer as it should");
  else if (taken.value > 0) log.info({ job: "edi", count: taken.value }, "deliveries taken");
  return false;
}
