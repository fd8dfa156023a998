import "server-only";

import { type Db, inTenant } from "#/db/client.ts";
import { members } from "#/db/schema/index.ts";
import { NO_ORIGIN } from "#/db/writes/evidence.ts";
import { insertParty } from "#/db/writes/parties.ts";
import { addUser, confirmSecondFactor } from "#/db/writes/users.ts";
import type { CustomerActor, StaffActor, StaffRole } from "#/lib/access/actor.ts";
import { hashPassword } from "#/lib/auth/password-hash.ts";
import { seal } from "#/lib/auth/secret-box.ts";
import { secretText } from "#/lib/auth/totp.ts";
import { requisitesInput } from "#/lib/requisites/requisites.ts";
import { PARTIES, PASSWORD, type PartyKey, STAFF } from "./scenario.ts";

export type People = {
  staff: Map<StaffRole, StaffActor>;
  owners: Map<PartyKey, CustomerActor>;
  totp: Map<string, string>;
};

/** Everybody of the demonstration, ready to sign in: addresses confirmed, staff with their second factor switched on. */
export async function makePeople(
  db: Db,
  now: Date,
  authSecret: string,
  secrets: ReadonlyMap<string, Uint8Array>,
): Promise<People> {
  const people: People = { staff: new Map(), owners: new Map(), totp: new Map() };
  const passwordHash = await hashPassword(PASSWORD);
  const user = async ({ name, email }: { name: string; email: string }, staffRole: StaffRole | null = null) => {
    const id = crypto.randomUUID();
    await addUser(db, {
      id,
      email,
      name,
      locale: "ru",
      createdAt: now,
      passwordHash,
      staffRole,
      emailConfirmedAt: now,
    });
    return { userId: id, name, email, sessionId: crypto.randomUUID() };
  };
  for (const { role, ...person } of STAFF) {
    const actor = { ...(await user(person, role)), kind: "staff" as const, role };
    const secret = secretText(secrets.get(person.email)!);
    await db.transaction((tx) =>
      confirmSecondFactor(
        tx,
        {
          userId: actor.userId,
          secret: seal(authSecret, actor.userId, secret),
          lastStep: 0,
          codeHashes: [crypto.randomUUID()],
        },
        now,
      ),
    );
    people.staff.set(role, actor);
    people.totp.set(person.email, secret);
  }
  for (const [key, { people: persons, requisites }] of Object.entries(PARTIES) as [
    PartyKey,
    (typeof PARTIES)[PartyKey],
  ][]) {
    const partyId = crypto.randomUUID();
    const [founder, ...others] = await Promise.all(persons.map((person) => user(person)));
    const owner: CustomerActor = { ...founder!, kind: "customer", partyId, role: "owner" };
    await inTenant(db, owner, (tx) =>
      insertParty(tx, {
        id: partyId,
        requisites: requisitesInput.parse(requisites),
        founder: owner,
        now,
        origin: NO_ORIGIN,
      }),
    );
    for (const other of others)
      await inTenant(db, owner, (tx) =>
        tx
          .insert(members)
          .values({ id: crypto.randomUUID(), userId: other.userId, partyId, role: "accountant", createdAt: now }),
      );
    people.owners.set(key, owner);
  }
  return people;
}
