import type { Route } from "next";
import { redirect } from "next/navigation";

import { currentSession } from "#/app/_auth/current-session.ts";
import { homeOf } from "#/app/_auth/page-actor.ts";

/** One address for letters; whose account page it is, the session knows. */
export default async function AccountPage() {
  const session = await currentSession();
  redirect(`${homeOf(session !== null && session.staffRole !== null)}/account` as Route);
}
