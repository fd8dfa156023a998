import "server-only";

import { and, asc, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { acts, contracts, parties } from "#/db/schema/index.ts";

/** More go by post on no day; the rest shows when these are sent. */
const LIST = 300;

/** Acts that are drawn up and go by post (3.7), oldest first, with the version that a step on them names. */
export const actsToPost = (tx: Tx) =>
  tx
    .select({
      contractId: acts.contractId,
      version: contracts.version,
      number: acts.number,
      issuedOn: acts.issuedOn,
      party: parties.name,
    })
    .from(acts)
    .innerJoin(contracts, eq(contracts.id, acts.contractId))
    .innerJoin(parties, eq(parties.id, acts.partyId))
    .where(and(eq(acts.status, "issued"), eq(acts.channel, "post")))
    .orderBy(asc(acts.issuedOn), asc(acts.number))
    .limit(LIST);
