import "server-only";

import { leadOf } from "#/app/_editions/lead.ts";
import { publishDue } from "#/app/_editions/publish.ts";
import { type Db, inTenant } from "#/db/client.ts";
import { pricesOf } from "#/db/queries/documents.ts";
import { type DraftRow, documentBySlug, findDraft, newestEdition } from "#/db/queries/edition-drafts.ts";
import { insertDraft, saveDraft } from "#/db/writes/edition-drafts.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { addDays } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { makeStaff } from "./people.ts";

type Content = Pick<DraftRow, "title" | "clauses" | "bindings" | "seller" | "prices">;

/** The next edition of a document, the last one with `change`: checked by a lawyer, released by a director, published `now`. */
export async function publishEdition(
  db: Db,
  slug: string,
  change: (before: Content) => Partial<Content>,
  { now }: { now: Date },
): Promise<{ id: string; number: number }> {
  const [lawyer, director] = [await makeStaff(db, "lawyer", { now }), await makeStaff(db, "director", { now })];
  return inTenant(db, director, async (tx) => {
    const who = { actor: director, origin: NO_ORIGIN, now };
    const document = await documentBySlug(tx, slug);
    const before = document && (await newestEdition(tx, document.id, "ru"));
    if (!document || !before) throw new Error(`no document ${slug}`);
    const { title, subtitle, sourceUrl, orderNumber, orderDate, clauses, bindings, seller } = before;
    const prices = (await pricesOf(tx, before.id)).map(({ months, amount }) => ({
      ...{ product: "market-plus" as const, months, amount: amount.toString() },
    }));
    const content = { title, clauses, bindings, seller, prices };
    const id = await insertDraft(
      tx,
      {
        ...{ documentId: document.id, language: "ru" as const, subtitle, sourceUrl, orderNumber, orderDate },
        ...content,
        ...change(content),
      },
      who,
    );
    const draft = (await findDraft(tx, director, id))!;
    const publishOn = dayInMinsk(now);
    const set = {
      ...{ stage: "released" as const, checkedBy: lawyer.userId, checkedAt: now, releasedBy: director.userId },
      ...{ releasedAt: now, publishOn, inForceFrom: addDays(publishOn, await leadOf(tx, draft, publishOn)) },
    };
    await saveDraft(tx, draft, { move: "release", set }, who);
    const published = await publishDue(tx, id, who);
    if (!published) throw new Error("not published");
    return published;
  });
}

/** Another text of clause 3.5, so that there is something to read in the difference. */
export const otherText = ({ clauses }: Content): Partial<Content> => ({
  clauses: clauses.map((clause) => ({
    ...clause,
    children: clause.children.map((child) =>
      child.number === "3.5"
        ? { ...child, paragraphs: [...child.paragraphs, "Продавец сообщает об активации письмом."] }
        : child,
    ),
  })),
});
