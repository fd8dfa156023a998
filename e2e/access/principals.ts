import type { Actor } from "#/lib/access/actor.ts";
import { type Permission, permits } from "#/lib/access/permissions.ts";
import { must } from "../fixtures/actions.ts";
import { Visitor } from "../fixtures/door.ts";
import { accountOf } from "../fixtures/house.ts";
import { memberOf, newcomer, ownerOf, staffVisitor } from "../fixtures/people.ts";

/** Somebody at the door: with which cookies, and as whom the matrix of permissions knows them. */
export type Principal = { name: string; visitor: Visitor; actor: Actor | null };

const person = { userId: "", name: "", email: "", sessionId: "" };
const member = (role: "owner" | "buyer" | "accountant" | "reader"): Actor => ({
  ...person,
  kind: "customer",
  partyId: "",
  role,
});
const STAFF = ["sales", "accountant", "lawyer", "director", "admin"] as const;

export const mayAsk = ({ actor }: Principal, permission: Permission) => actor !== null && permits(actor, permission);

/** Everybody that the matrix tells apart: no session, a dead one, no party, each role of party A, party B, each colleague. */
export async function makePrincipals() {
  const ownerA = await ownerOf(undefined, "owner of A");
  const ownerB = await ownerOf(undefined, "owner of B");
  const staff: Principal[] = [];
  for (const role of STAFF)
    staff.push({
      name: `staff ${role}`,
      visitor: await staffVisitor(`staff: ${role}`),
      actor: { ...person, kind: "staff", role },
    });
  const { email, password } = accountOf("staff: accountant");
  const pending = new Visitor("staff before the second factor");
  await must(pending, "signInAction", { email, password });

  const all: Principal[] = [
    { name: "nobody", visitor: new Visitor("nobody"), actor: null },
    { name: "signed out, cookie kept", visitor: await withDeadSession(), actor: null },
    { name: "newcomer", visitor: await newcomer(), actor: { ...person, kind: "newcomer" } },
    { name: "owner of A", visitor: ownerA, actor: member("owner") },
    { name: "buyer of A", visitor: await memberOf(ownerA, "buyer"), actor: member("buyer") },
    { name: "accountant of A", visitor: await memberOf(ownerA, "accountant"), actor: member("accountant") },
    { name: "reader of A", visitor: await memberOf(ownerA, "reader"), actor: member("reader") },
    { name: "owner of B", visitor: ownerB, actor: member("owner") },
    ...staff,
    {
      name: pending.name,
      visitor: pending,
      actor: { ...person, kind: "staff-pending", role: "accountant", enrolled: true },
    },
  ];
  return { all, ownerA, ownerB };
}

/** A cookie of a session that was signed out a moment ago, as a thief would have kept it. */
async function withDeadSession(): Promise<Visitor> {
  const visitor = await ownerOf(undefined, "signed out");
  const kept = new Map(visitor.cookies);
  await must(visitor, "signOutEverywhereAction", {});
  for (const [name, value] of kept) visitor.cookies.set(name, value);
  return visitor;
}
