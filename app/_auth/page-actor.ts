import "server-only";

import type { Route } from "next";
import { headers } from "next/headers";
import { notFound, redirect } from "next/navigation";

import type { CustomerActor, NewcomerActor, PersonActor, StaffActor } from "#/lib/access/actor.ts";
import { withNext } from "#/lib/auth/next-path.ts";
import { actorOf } from "./current-actor.ts";
import { currentSession } from "./current-session.ts";

type Wanted = {
  customer: CustomerActor;
  "newcomer-or-customer": NewcomerActor | CustomerActor;
  staff: StaffActor;
};

const KINDS: Record<keyof Wanted, readonly PersonActor["kind"][]> = {
  customer: ["customer"],
  "newcomer-or-customer": ["newcomer", "customer"],
  staff: ["staff"],
};

export const SECOND_FACTOR = "/sign-in/second-factor";
export const NEW_COMPANY = "/cabinet/company/new";
export const homeOf = (staff: boolean) => (staff ? "/staff" : "/cabinet");

/**
 * The person a page is for. Whoever is not signed in is sent to the form and comes back after it, a newcomer likewise to
 * the registration of a company; for the wrong kind the page does not exist. Every page asks by itself: layouts and the
 * proxy guard nothing.
 */
export async function pageActor<K extends keyof Wanted>(kind: K): Promise<Wanted[K]> {
  const session = await currentSession();
  const here = async () => (await headers()).get("x-path");
  if (!session) redirect(withNext("/sign-in", await here()) as Route);
  if (session.pending) redirect(withNext(SECOND_FACTOR, await here()) as Route);
  const actor = actorOf(session);
  if (actor && KINDS[kind].includes(actor.kind)) return actor as Wanted[K];
  if (actor?.kind === "newcomer" && kind === "customer") redirect(withNext(NEW_COMPANY, await here()) as Route);
  notFound();
}
