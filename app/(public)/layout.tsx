import type { Metadata } from "next";
import { headers } from "next/headers";
import type { ReactNode } from "react";

import { setLocaleAction } from "#/app/_actions/account/set-locale.ts";
import { requestLocale } from "#/app/_auth/request-locale.ts";
import { PublicShell } from "#/components/layout/public-shell.tsx";
import { env } from "#/lib/env.ts";
import { translator } from "#/lib/messages/messages.ts";
import { sellerOn, today } from "./_data/library.ts";

export const generateMetadata = (): Metadata => ({ metadataBase: new URL(env().PUBLIC_ORIGIN) });

/** Reads no session: these pages are the same for everybody. Before a first offer there is no seller to name. */
export default async function PublicLayout({ children }: { children: ReactNode }) {
  const [asked, locale, seller] = await Promise.all([headers(), requestLocale(), today().then(sellerOn)]);
  const shell = {
    locale,
    seller,
    workingHours: translator(locale, "public")("shell.hours"),
    setLocale: setLocaleAction,
  };
  return (
    <PublicShell {...shell} path={asked.get("x-path")?.split("?")[0] ?? ""}>
      {children}
    </PublicShell>
  );
}
