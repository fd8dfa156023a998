import "server-only";

import { z } from "zod";

import { editionToTell, partyUnder } from "#/db/queries/published-editions.ts";
import { refusalWindow } from "#/lib/contract/accepted-edition.ts";
import { changesBetween } from "#/lib/editions/changes.ts";
import { toldAs } from "#/lib/editions/told.ts";
import { cabinetEdition, editionDiff, publishedEdition } from "#/lib/mail/paths.ts";
import type { Locale } from "#/lib/messages/locales.ts";
import type { Handler } from "./job.ts";
import { tellMembers } from "./tell-members.ts";
import { sellerToday } from "./write-mail.ts";

type Compared = Parameters<typeof changesBetween>[0];
const payload = z.object({ editionId: z.uuid(), partyId: z.uuid() });

/** 6.2: the people of one party learn of a new edition, each once: what changed, from when, and what they may do until when. */
export const editionParty: Handler = async ({ tx, now }, message) => {
  const { editionId, partyId } = payload.parse(message);
  const edition = await editionToTell(tx, editionId);
  const kind = edition && toldAs(edition);
  if (!kind) throw new Error("no edition to tell of");
  const { slug, number, before, publishedOn, inForceFrom, title } = edition;
  const changes = before && sentences(edition, before);
  const told = (locale: Locale) => ({
    ...{ title, number, publishedOn, inForceFrom },
    changes: changes?.(locale) ?? null,
    diffPath: before && editionDiff(slug, number, before.number),
  });
  const telling = {
    ...{ tx, now, seller: await sellerToday(tx, now), partyId, contractId: null, attachments: [] },
    dedupe: `edition:${editionId}:${partyId}`,
  };
  if (kind === "document") {
    const path = publishedEdition(slug, number);
    await tellMembers(telling, "document", "document-published", (locale) => ({ ...told(locale), path }));
    return undefined;
  }
  const { windowDays, toPay } = await partyUnder(tx, partyId, edition);
  // Meanwhile it paid for this very edition, or all its contracts are over.
  if (windowDays === null && !toPay) return undefined;
  const refuseUntil = windowDays === null ? null : { date: refusalWindow(edition, windowDays).to, days: windowDays };
  await tellMembers(telling, "edition", "edition-published", (locale) => ({
    ...told(locale),
    ...{ path: cabinetEdition(number), refuseUntil, toPay },
  }));
  return undefined;
};

type Sentences = ReturnType<typeof changesBetween>;
let last: { id: string; said: Sentences } | null = null;

/** Hundreds of parties are told of one edition, and its text never changes: the comparison is made once. */
function sentences(edition: Compared & { id: string }, before: Compared): Sentences {
  if (last?.id !== edition.id) last = { id: edition.id, said: changesBetween(before, edition) };
  return last.said;
}
