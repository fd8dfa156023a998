import type { ReactNode } from "react";

import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type FormAction, LanguageSwitch } from "./language-switch.tsx";
import { Wordmark } from "./wordmark.tsx";

export type AuthShellProps = { locale: Locale; setLocale: FormAction; children: ReactNode };

/** Sign-in and its neighbours: one narrow column and nothing beside it. */
export function AuthShell({ locale, setLocale, children }: AuthShellProps) {
  return (
    <div className="narrow">
      <a className="skip" href="#content">
        {translator(locale, "layout")("skip")}
      </a>
      <header className="topbar">
        <div className="wrap">
          <Wordmark href="/" />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="outline-none">
        {children}
      </main>
      <footer className="wrap flex justify-center pb-6">
        <LanguageSwitch locale={locale} setLocale={setLocale} />
      </footer>
    </div>
  );
}
