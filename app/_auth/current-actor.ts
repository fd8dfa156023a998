import "server-only";

import type { CustomerRole, PersonActor, StaffRole } from "#/lib/access/actor.ts";
import { type CurrentSession, currentSession } from "./current-session.ts";

/** Who acts in this request, looked up in the database; null for everybody who is not signed in all the way. */
export async function currentActor(): Promise<PersonActor | null> {
  const session = await currentSession();
  return session && actorOf(session);
}

/** Staff before their second factor are somebody, who may only give it; a customer before it is nobody yet. */
export function actorOf(session: CurrentSession): PersonActor | null {
  const { userId, name, email, id: sessionId, staffRole, pending, enrolled, partyId, role } = session;
  const person = { userId, name, email, sessionId };
  if (staffRole !== null) {
    const staff = { ...person, role: staffRole as StaffRole };
    return pending ? { kind: "staff-pending", ...staff, enrolled } : { kind: "staff", ...staff };
  }
  if (pending) return null;
  if (!partyId || !role) return { kind: "newcomer", ...person };
  return { kind: "customer", ...person, partyId, role: role as CustomerRole };
}
