import { activated, actSent, concluded, orderOf } from "../fixtures/contracts.ts";
import type { Visitor } from "../fixtures/door.ts";
import type { ownerOf } from "../fixtures/people.ts";
import { type Ids, thingsOf } from "./objects.ts";
import { makePrincipals, type Principal } from "./principals.ts";

/** Two parties that know nothing of each other, the house that serves both, and all who may come to the door. */
export type Estate = { principals: Principal[]; a: Ids; b: Ids; ownerA: Visitor; ownerB: Visitor };

export async function makeEstate(): Promise<Estate> {
  const { all, ownerA, ownerB } = await makePrincipals();
  return { principals: all, ownerA, ownerB, a: await lived(ownerA), b: await lived(ownerB) };
}

/** A contract of the party with an act that was sent, and everything that one may point at. */
async function lived(owner: Awaited<ReturnType<typeof ownerOf>>): Promise<Ids> {
  const order = await orderOf(owner);
  const payer = { name: "ООО ВАСИЛЁК", unp: owner.unp, iban: "BY48AKBB30120000000000000001" };
  const { actId } = await actSent(await activated(await concluded(order, payer)));
  if (!actId) throw new Error("the act was not issued");
  return thingsOf(owner, { contractId: order.id, actId });
}
