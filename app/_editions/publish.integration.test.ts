import { expect, test } from "vitest";
import { publishEditions } from "#/app/_jobs/publish-editions.ts";
import { inTenant } from "#/db/client.ts";
import { editionInForce, PRICE_LIST, pricesOf } from "#/db/queries/documents.ts";
import { documentBySlug, findDraft, newestEdition } from "#/db/queries/edition-drafts.ts";
import { testDatabase } from "#/db/testing/database.ts";
import { insertDraft, saveDraft } from "#/db/writes/edition-drafts.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import type { StaffActor } from "#/lib/access/actor.ts";
import { asDay } from "#/lib/calendar/day.ts";
import { publishDue } from "./publish.ts";

const { db } = await testDatabase();

const staff = (role: StaffActor["role"]): StaffActor => ({
  ...{ kind: "staff", role, userId: crypto.randomUUID(), name: role, email: `${role}@shop.example` },
  sessionId: crypto.randomUUID(),
});
const lawyer = staff("lawyer");
const director = staff("director");
const now = new Date("2026-04-01T09:00:00Z");
const may = new Date("2026-05-01T09:00:00Z");
const PRICES = [{ product: "market-plus" as const, months: 12, amount: "51000" }];

/** A released draft of the price list, to be published on a day. */
async function released(publishOn: string, inForceFrom: string): Promise<string> {
  return inTenant(db, lawyer, async (tx) => {
    const document = await documentBySlug(tx, PRICE_LIST);
    const before = await newestEdition(tx, document!.id, "ru");
    const who = { actor: lawyer, origin: NO_ORIGIN, now };
    const { title, subtitle, sourceUrl, orderNumber, orderDate, clauses, bindings, seller } = before!;
    const content = { title, subtitle, sourceUrl, orderNumber, orderDate, clauses, bindings, seller };
    const id = await insertDraft(tx, { documentId: document!.id, language: "ru", ...content, prices: PRICES }, who);
    const draft = await findDraft(tx, lawyer, id);
    const set = {
      ...{ stage: "released" as const, checkedBy: lawyer.userId, checkedAt: now, releasedBy: director.userId },
      ...{ releasedAt: now, publishOn: asDay(publishOn), inForceFrom: asDay(inForceFrom) },
    };
    await saveDraft(tx, draft!, { move: "release", set }, who);
    return id;
  });
}

test("a released draft is published on its day, once, and its price holds from the day of force", async () => {
  const id = await released("2026-04-03", "2026-04-08");
  expect(await publishEditions(db, new Date("2026-04-02T20:59:59Z"))).toEqual([]);
  // 00:00 in Minsk of the 3rd; two workers at once.
  const midnight = new Date("2026-04-02T21:00:00Z");
  const runs = await Promise.allSettled([publishEditions(db, midnight), publishEditions(db, midnight)]);
  const published = runs.flatMap((run) => (run.status === "fulfilled" ? run.value : []));
  expect(published).toHaveLength(1);
  const draft = await inTenant(db, lawyer, (tx) => findDraft(tx, lawyer, id));
  expect(draft).toMatchObject({ stage: "published", editionId: published[0] });
  const before = await editionInForce(db, PRICE_LIST, asDay("2026-04-07"));
  const after = await editionInForce(db, PRICE_LIST, asDay("2026-04-08"));
  expect([before?.number, after?.number]).toEqual([1, 2]);
  expect(await pricesOf(db, after!.id)).toEqual([{ product: "market-plus", months: 12, amount: 51_000n }]);
  expect(await publishEditions(db, midnight)).toEqual([]);
});

test("the database refuses what four eyes have not seen, a second edition of the same day, and a change of a closed draft", async () => {
  const closed = await released("2026-05-01", "2026-05-02");
  await publishEditions(db, may);
  const change = inTenant(db, lawyer, async (tx) => {
    const draft = await findDraft(tx, lawyer, closed);
    await saveDraft(tx, draft!, { move: "edit", set: { title: "Другой" } }, { actor: lawyer, origin: NO_ORIGIN, now });
  });
  await expect(change).rejects.toMatchObject({ cause: { message: expect.stringContaining("never changes") } });

  const twin = await released("2026-05-01", "2026-05-02");
  const publishing = inTenant(db, lawyer, (tx) => publishDue(tx, twin, { actor: lawyer, origin: NO_ORIGIN, now: may }));
  await expect(publishing).rejects.toMatchObject({ cause: { constraint_name: "editions_one_a_day" } });
  expect(await publishEditions(db, may)).toEqual([]);

  const alone = inTenant(db, lawyer, async (tx) => {
    const document = await documentBySlug(tx, PRICE_LIST);
    const before = await newestEdition(tx, document!.id, "ru");
    const { title, clauses } = before!;
    const who = { actor: lawyer, origin: NO_ORIGIN, now };
    const id = await insertDraft(tx, { documentId: document!.id, language: "ru", title, clauses, prices: PRICES }, who);
    const draft = await findDraft(tx, lawyer, id);
    const both = { checkedBy: lawyer.userId, checkedAt: now, releasedBy: lawyer.userId, releasedAt: now };
    const days = { publishOn: asDay("2026-06-01"), inForceFrom: asDay("2026-06-06") };
    await saveDraft(tx, draft!, { move: "release", set: { stage: "released", ...both, ...days } }, who);
  });
  await expect(alone).rejects.toMatchObject({ cause: { constraint_name: "edition_drafts_four_eyes" } });
});
