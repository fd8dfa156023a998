import "server-only";

import { z } from "zod";

import { partyEntry } from "#/db/queries/evidence.ts";
import type { Day } from "#/lib/calendar/day.ts";
import type { OnBehalf } from "#/lib/contract/on-behalf.ts";
import { COMPANY } from "#/lib/mail/paths.ts";
import type { Handler } from "./job.ts";
import { tellMembers } from "./tell-members.ts";
import { sellerToday } from "./write-mail.ts";

const payload = z.object({ partyId: z.uuid(), seq: z.int() });

/** 7.1: the customer is told of requisites that the house wrote down on its word. */
export const requisitesByHand: Handler = async ({ tx, now }, message) => {
  const { partyId, seq } = payload.parse(message);
  const entry = await partyEntry(tx, partyId, seq);
  const word = entry?.data.onBehalf as OnBehalf | undefined;
  if (!entry || !word) throw new Error("no such entry");
  const telling = {
    ...{ tx, now, seller: await sellerToday(tx, now), partyId, contractId: null, attachments: [] },
    dedupe: `requisites-by-hand:${partyId}:${seq}`,
  };
  const data = { path: COMPANY, validFrom: entry.data.validFrom as Day };
  const behalf = { how: word.how, reason: word.reason, by: entry.actorName };
  await tellMembers(telling, "requisites", "requisites-entered", { ...data, behalf });
  return undefined;
};
