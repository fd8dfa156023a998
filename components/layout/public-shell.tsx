import type { ReactNode } from "react";

import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { LinkButton } from "../ui/button.tsx";
import { type FormAction, LanguageSwitch } from "./language-switch.tsx";
import { Menu, MenuButton } from "./menu.tsx";
import { SellerFooter } from "./seller-footer.tsx";
import { Wordmark } from "./wordmark.tsx";

export type PublicShellProps = {
  locale: Locale;
  seller: SellerRequisites;
  /** As people read it: «пн–пт 9:00–18:00». */
  workingHours: string;
  /** Absent where pages are cached for everybody: then «Войти» leads to sign-in, which sends the signed-in on. */
  signedIn?: boolean;
  setLocale: FormAction;
  children: ReactNode;
};

export function PublicShell({ locale, seller, workingHours, signedIn, setLocale, children }: PublicShellProps) {
  const t = translator(locale, "layout");
  const entries = [
    { href: "/", title: t("public.home"), exact: true },
    { href: "/documents", title: t("public.documents"), exact: true },
    { href: "/documents/price-list", title: t("public.priceList") },
    { href: "/help", title: t("public.help") },
  ];
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="topbar bar-at-md">
        <div className="wrap">
          <Wordmark href="/" />
          <Menu label={t("navigation")} entries={entries} />
          <span className="push" />
          <LinkButton href={signedIn ? "/cabinet" : "/sign-in"} look="secondary" small>
            {signedIn ? t("public.cabinet") : t("public.signIn")}
          </LinkButton>
          <MenuButton title={t("menu")} />
        </div>
      </header>
      <main id="content" tabIndex={-1} className="wrap content outline-none">
        {children}
      </main>
      <SellerFooter locale={locale} seller={seller} workingHours={workingHours}>
        <LanguageSwitch locale={locale} setLocale={setLocale} />
      </SellerFooter>
    </>
  );
}
