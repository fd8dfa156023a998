export const CUSTOMER_ROLES = ["owner", "buyer", "accountant", "reader"] as const;
export type CustomerRole = (typeof CUSTOMER_ROLES)[number];

export const STAFF_ROLES = ["sales", "accountant", "lawyer", "director", "admin"] as const;
export type StaffRole = (typeof STAFF_ROLES)[number];

type Person = { userId: string; name: string; email: string; sessionId: string };

/** A member acting for the party chosen in the session. */
export type CustomerActor = Person & { kind: "customer"; partyId: string; role: CustomerRole };
/** Signed in, but a member of no party yet: may only register one, accept an invitation, or manage the account. */
export type NewcomerActor = Person & { kind: "newcomer" };
/** A member of staff whose second factor was checked in this session. */
export type StaffActor = Person & { kind: "staff"; role: StaffRole };
/** Staff before the second factor: may do nothing but give it. */
export type PendingStaffActor = Person & { kind: "staff-pending"; role: StaffRole; enrolled: boolean };
/** A job, the statement import, the operator's command line. */
export type SystemActor = { kind: "system"; job: string };

export type Actor = CustomerActor | NewcomerActor | StaffActor | PendingStaffActor | SystemActor;
export type PersonActor = Exclude<Actor, SystemActor>;

export type ActorRef = { kind: Actor["kind"]; id: string; name: string };

/** How an actor stands in the evidence log: an id that survives erasure and the name as it was. */
export const actorRef = (actor: Actor): ActorRef =>
  actor.kind === "system"
    ? { kind: "system", id: `job:${actor.job}`, name: actor.job }
    : { kind: actor.kind, id: actor.userId, name: actor.name };
