import "server-only";

import { type Db, inTenant, type Tx } from "#/db/client.ts";
import { linkByHash, lockUser, userById } from "#/db/queries/users.ts";
import { addMember, lockMembers } from "#/db/writes/members.ts";
import { addLink, addUser, changeUser, spendLink } from "#/db/writes/users.ts";
import type { CustomerRole, StaffRole } from "#/lib/access/actor.ts";
import { type ActionResult, refuse } from "#/lib/action-result.ts";
import { LINK_LIFE_MS, newLink } from "#/lib/auth/link.ts";
import { passwordReason } from "#/lib/auth/password.ts";
import { hashPassword } from "#/lib/auth/password-hash.ts";
import { hashToken } from "#/lib/auth/token.ts";
import { overLimit } from "./limits.ts";
import { recordAccount, unlessBusy, type Visit } from "./visit.ts";

/** What an invitation to a party carries; one to the staff carries nothing, the role stands with the person already. */
export type InvitationPayload = { partyId: string; role: CustomerRole };

type NewPerson = { email: string; name: string; staffRole: StaffRole | null; password?: string };

/**
 * A person made by the operator. With a password (demonstration) the account is ready; without one the answer has the path
 * of a one-time link, for whoever is to choose it.
 */
export async function addPerson(
  tx: Tx | Db,
  { now, real }: Pick<Visit, "now" | "real">,
  { email, name, staffRole, password }: NewPerson,
): Promise<ActionResult<{ id: string; path: string | null }>> {
  const reason = password === undefined ? null : passwordReason(password, email);
  if (reason) return refuse(reason);
  const id = crypto.randomUUID();
  const ready = password === undefined ? {} : { passwordHash: await hashPassword(password), emailConfirmedAt: now };
  if (!(await addUser(tx, { id, email, name, locale: "ru", staffRole, createdAt: now, ...ready })))
    return refuse("user.exists");
  if (password !== undefined) return { ok: true, value: { id, path: null } };
  const purpose = staffRole ? "staff-invitation" : "invitation";
  const { hash, path } = newLink(purpose);
  const expiresAt = new Date(real.getTime() + LINK_LIFE_MS[purpose]);
  await addLink(tx, {
    id: crypto.randomUUID(),
    tokenHash: hash,
    purpose,
    userId: id,
    payload: null,
    createdAt: real,
    expiresAt,
  });
  return { ok: true, value: { id, path } };
}

const PURPOSES = ["invitation", "staff-invitation"] as const;

/** The invited person's own name and password; the mailbox is proved by the link. */
export const acceptInvitation = (
  visit: Visit,
  { token, name, password }: { token: string; name: string; password: string },
) =>
  unlessBusy(async (): Promise<ActionResult<{ staff: boolean }>> => {
    const over = await overLimit(visit, ["link.address", visit.origin.address ?? "unknown"]);
    if (over) return over;
    const seen = await linkByHash(visit.db, hashToken(token));
    const invited = seen?.userId ? await userById(visit.db, seen.userId) : null;
    const reason = invited && passwordReason(password, invited.email);
    if (reason) return refuse("form.invalid", { password: { code: reason } });
    const passwordHash = await hashPassword(password);
    return visit.db.transaction(async (tx): Promise<ActionResult<{ staff: boolean }>> => {
      const link = await spendLink(tx, hashToken(token), PURPOSES, visit.real);
      const user = link?.userId ? await lockUser(tx, link.userId) : null;
      // Who has a password already signs in with it; a link must not replace it.
      if (!link || !user || user.disabledAt || user.passwordHash) return refuse("link.dead");
      await changeUser(tx, user.id, { name, passwordHash, emailConfirmedAt: visit.now });
      await recordAccount(tx, visit, { ...user, name }, "accept-invitation");
      if (link.payload) await joinParty(tx, visit, { id: user.id, name, email: user.email }, JSON.parse(link.payload));
      return { ok: true, value: { staff: user.staffRole !== null } };
    });
  });

/** Last in the transaction: from here on it runs as the party's role. */
function joinParty(
  tx: Tx,
  { now, origin }: Visit,
  user: { id: string; name: string; email: string },
  { partyId, role }: InvitationPayload,
) {
  const { id: userId, name, email } = user;
  const actor = { kind: "customer", userId, name, email, sessionId: "", partyId, role } as const;
  return inTenant(tx as unknown as Db, actor, async (own) => {
    await lockMembers(own, actor);
    await addMember(own, { actor, origin, now }, user.id, role);
  });
}
