import "server-only";

import type { z } from "zod";

import type { InvitationPayload } from "#/app/_auth/invite.ts";
import { tellLink } from "#/app/_auth/letters.ts";
import { realTime } from "#/app/_auth/real-time.ts";
import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { userByEmail } from "#/db/queries/users.ts";
import { addMember, isMember, lockMembers, recordPeople } from "#/db/writes/members.ts";
import { addUser } from "#/db/writes/users.ts";
import type { CustomerActor } from "#/lib/access/actor.ts";
import type { inviteMemberInput } from "#/lib/access/people.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { ok } from "#/lib/result.ts";
import type { Asked } from "../action.ts";

export type Invited = { joined: boolean };

/**
 * Somebody with an account joins at once; anybody else gets a one-time link to choose a name and a password. The owner is told
 * which of the two it was: both end on the list of people.
 */
export async function inviteMember({
  tx,
  actor,
  input: { email, role },
  now,
  origin,
}: Asked<z.output<typeof inviteMemberInput>>): Promise<ActionResult<Invited>> {
  if (actor.kind !== "customer") return refuse("auth.forbidden");
  const known = await userByEmail(tx, email);
  if (known?.staffRole || known?.disabledAt) return refuse("form.invalid", { email: { code: "member.cannot_invite" } });
  const who = { actor, origin, now };

  if (known?.passwordHash)
    return asParty(tx, actor, async (own) => {
      await lockMembers(own, actor);
      if (await isMember(own, known.id, actor.partyId))
        return refuse("form.invalid", { email: { code: "member.already" } });
      await addMember(own, who, known.id, role);
      return ok({ joined: true });
    });

  const user = known ?? { id: crypto.randomUUID(), locale: "ru" };
  if (!known) await addUser(tx, { id: user.id, email, name: email, locale: user.locale, createdAt: now });
  const payload: InvitationPayload = { partyId: actor.partyId, role };
  await tellLink(tx, { now, real: realTime() }, user, { template: "invitation", purpose: "invitation", payload });
  return asParty(tx, actor, async (own) => {
    await recordPeople(own, who, "invite-member", { userId: user.id, role });
    return ok({ joined: false });
  });
}

/** Last in the transaction: from here on it runs as the party's role. */
const asParty = <T>(tx: Tx, actor: CustomerActor, work: (own: Tx) => Promise<T>): Promise<T> =>
  inTenant(tx as unknown as Db, actor, work);
