import "server-only";

import { and, eq } from "drizzle-orm";
import type { Tx } from "#/db/client.ts";
import { bankFetches, bankLinks } from "#/db/schema/index.ts";
import { type Actor, actorRef } from "#/lib/access/actor.ts";
import { type Origin, record } from "./evidence.ts";

type Who = { actor: Actor; origin: Origin; now: Date };
const ALFA = eq(bankLinks.bank, "alfa");
const CHAIN = "bank:alfa";

/** Tokens sealed by the caller: nothing here could read them. */
export type SealedTokens = { access: string; accessUntil: Date; refresh: string | null; refreshUntil: Date | null };

/** A consent is on its way: whoever comes back must bring this state. An earlier one is forgotten. */
export async function askConsent(tx: Tx, stateHash: string, who: Who): Promise<void> {
  const asked = { askedState: stateHash, askedAt: who.now, askedBy: actorRef(who.actor).id };
  await tx
    .insert(bankLinks)
    .values({ bank: "alfa", ...asked })
    .onConflictDoUpdate({ target: bankLinks.bank, set: asked });
}

/** The consent is here: its state is used up and the tokens are kept. */
export async function connectBank(tx: Tx, stateHash: string, tokens: SealedTokens, who: Who): Promise<boolean> {
  const connected = { connectedAt: who.now, connectedBy: actorRef(who.actor).id };
  const nothing = { askedState: null, askedAt: null, askedBy: null, brokenCode: null, brokenAt: null };
  const done = await tx
    .update(bankLinks)
    .set({ ...tokens, ...connected, ...nothing, fetchAskedAt: who.now })
    .where(and(ALFA, eq(bankLinks.askedState, stateHash)))
    .returning({ bank: bankLinks.bank });
  if (done.length === 0) return false;
  await record(tx, who.actor, who.origin, who.now, { chain: CHAIN, step: "connect-bank", data: { bank: "alfa" } });
  return true;
}

/** The next pair of the same consent. */
export async function keepTokens(tx: Tx, tokens: SealedTokens): Promise<void> {
  await tx.update(bankLinks).set(tokens).where(ALFA);
}

/** The consent is gone: its tokens are forgotten, and a person is asked to connect again. */
export async function breakBankLink(tx: Tx, code: string, who: Who): Promise<void> {
  const gone = { access: null, accessUntil: null, refresh: null, refreshUntil: null, fetchAskedAt: null };
  await tx
    .update(bankLinks)
    .set({ ...gone, brokenCode: code, brokenAt: who.now })
    .where(ALFA);
  await record(tx, who.actor, who.origin, who.now, { chain: CHAIN, step: "lose-bank", data: { bank: "alfa", code } });
}

/** «Забрать сейчас»: the worker does it. False where nobody is connected. */
export async function askFetch(tx: Tx, now: Date): Promise<boolean> {
  const asked = await tx
    .update(bankLinks)
    .set({ fetchAskedAt: now })
    .where(ALFA)
    .returning({ access: bankLinks.access });
  return asked.some(({ access }) => access !== null);
}

export type Fetch = Omit<typeof bankFetches.$inferInsert, "id" | "bank" | "at" | "by">;

/** What came of asking the bank; the wish to ask is fulfilled. */
export async function keepFetch(tx: Tx, fetch: Fetch, who: { actor: Actor; now: Date }): Promise<void> {
  await tx
    .insert(bankFetches)
    .values({ id: crypto.randomUUID(), bank: "alfa", at: who.now, by: actorRef(who.actor).id, ...fetch });
  await tx.update(bankLinks).set({ fetchAskedAt: null }).where(ALFA);
}
