import "#/components/staff/staff.css";

import type { Metadata } from "next";
import type { ReactNode } from "react";

import { setLocaleAction } from "#/app/_actions/account/set-locale.ts";
import { signOutAction } from "#/app/_actions/account/sign-out.ts";
import { clockMoves } from "#/app/_time/now.ts";
import { StaffShell } from "#/components/layout/staff-shell.tsx";
import { ClockStrip } from "#/components/staff/clock-strip.tsx";
import { clockOffset } from "#/db/queries/clock.ts";
import { queueCounts } from "#/db/queries/staff-today.ts";
import { permits } from "#/lib/access/permissions.ts";
import { staffPage } from "./_page.ts";

export const metadata: Metadata = { robots: { index: false } };

/** The shell of the back office. It guards nothing: every page asks by itself. */
export default async function StaffLayout({ children }: { children: ReactNode }) {
  const { actor, locale, given, read } = await staffPage("staff.read");
  const { counts, offset } = await read(async (tx) => ({
    counts: await queueCounts(tx, given.today),
    offset: clockMoves() ? await clockOffset(tx) : 0,
  }));
  return (
    <StaffShell
      locale={locale}
      person={{ name: actor.name, email: actor.email, accountHref: "/staff/account" }}
      signOut={signOutAction}
      setLocale={setLocaleAction}
      waiting={{
        activations: counts.activations,
        payments: counts.payments + counts.unidentified,
        acts: counts.actsToSend + counts.actsRefused,
      }}
      privacy={permits(actor, "privacy.read") ? counts.privacyRequests : undefined}
      books={permits(actor, "books.read")}
      clock={clockMoves() ? <ClockStrip locale={locale} now={given.now} moved={offset !== 0} /> : undefined}
    >
      {children}
    </StaffShell>
  );
}
