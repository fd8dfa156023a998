import type { Metadata } from "next";
import type { ReactNode } from "react";

import { setLocaleAction } from "#/app/_actions/account/set-locale.ts";
import { requestLocale } from "#/app/_auth/request-locale.ts";
import { AuthShell } from "#/components/layout/auth-shell.tsx";

/** Nothing here is for search engines, and addresses with tokens are for no other site. */
export const metadata: Metadata = { robots: { index: false }, referrer: "no-referrer" };

export default async function AuthLayout({ children }: { children: ReactNode }) {
  return (
    <AuthShell locale={await requestLocale()} setLocale={setLocaleAction}>
      {children}
    </AuthShell>
  );
}
