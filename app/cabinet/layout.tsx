import type { ReactNode } from "react";
import { setLocaleAction } from "#/app/_actions/account/set-locale.ts";
import { signOutAction } from "#/app/_actions/account/sign-out.ts";
import { choosePartyAction } from "#/app/_actions/party/choose-party.ts";
import { pageActor } from "#/app/_auth/page-actor.ts";
import { CabinetShell } from "#/components/layout/cabinet-shell.tsx";
import { database, inTenant } from "#/db/client.ts";
import { partiesOf, waitingCounts } from "#/db/queries/cabinet.ts";
import { unreadCount } from "#/db/queries/notices.ts";
import { pageLocale } from "./_page.ts";

/** Draws the shell; it guards nothing, each page asks by itself who is there. */
export default async function CabinetLayout({ children }: { children: ReactNode }) {
  const actor = await pageActor("newcomer-or-customer");
  const parties = await partiesOf(database(), actor.userId);
  const partyId = actor.kind === "customer" ? actor.partyId : null;
  const waiting =
    actor.kind === "customer"
      ? await inTenant(
          database(),
          actor,
          async (tx) => ({ ...(await waitingCounts(tx, actor)), notices: await unreadCount(tx, actor) }),
          { readOnly: true },
        )
      : undefined;
  return (
    <CabinetShell
      locale={await pageLocale()}
      person={{ name: actor.name, email: actor.email, accountHref: "/cabinet/account" }}
      parties={parties}
      partyId={partyId}
      waiting={waiting}
      chooseParty={choosePartyAction}
      signOut={signOutAction}
      setLocale={setLocaleAction}
    >
      {children}
    </CabinetShell>
  );
}
