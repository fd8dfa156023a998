import type { Metadata } from "next";
import type { ReactNode } from "react";

import { requestLocale } from "#/app/_auth/request-locale.ts";
import { Wordmark } from "#/components/layout/wordmark.tsx";
import { translator } from "#/lib/messages/messages.ts";

export const metadata: Metadata = { robots: { index: false } };

export default async function MailboxLayout({ children }: { children: ReactNode }) {
  const t = translator(await requestLocale(), "layout");
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="topbar">
        <div className="wrap">
          <Wordmark href="/" />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="wrap py-8 outline-none">
        {children}
      </main>
    </>
  );
}
