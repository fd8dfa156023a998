import type { ReactNode } from "react";
import { Icon } from "#/components/ui/icon.tsx";
import type { SellerRequisites } from "#/lib/editions/seller.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { type FormAction, LanguageSwitch } from "./language-switch.tsx";
import { SellerFooter } from "./seller-footer.tsx";
import { Sign } from "./sign.tsx";

export type PublicShellProps = {
  locale: Locale;
  /** Address of the page; the menu marks where it is. */
  path: string;
  /** Null before a first offer is in force: nobody sells yet, and the footer names nobody. */
  seller: SellerRequisites | null;
  /** As people read it: «пн–пт 9:00–18:00». */
  workingHours: string;
  setLocale: FormAction;
  children: ReactNode;
};

/**
 * Plain links, here and on the public pages: they are read one at a time, and without the router's link a cold visit is
 * 4 KB and one request lighter. Pages are the same for everybody: «Войти» sends the signed-in on.
 */
export function PublicShell({ locale, path, seller, workingHours, setLocale, children }: PublicShellProps) {
  const t = translator(locale, "layout");
  const languages = <LanguageSwitch locale={locale} setLocale={setLocale} />;
  return (
    <>
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="topbar bar-at-md">
        <div className="wrap">
          <a href="/" className="wordmark">
            <Sign />
          </a>
          <nav id="menu" popover="auto" className="nav" aria-label={t("navigation")}>
            <ul>
              <Entry href="/" title={t("public.home")} path={path} />
              <Entry href="/documents" title={t("public.documents")} path={path} />
              <Entry href="/documents/price-list" title={t("public.priceList")} path={path} />
              <Entry href="/catalog" title={t("public.catalog")} path={path} />
              <Entry href="/help" title={t("public.help")} path={path} />
            </ul>
          </nav>
          <span className="push" />
          <a href="/sign-in" className="btn secondary small">
            {t("public.signIn")}
          </a>
          <button type="button" className="menu-button" popoverTarget="menu">
            <Icon name="menu" />
            {t("menu")}
          </button>
        </div>
      </header>
      <main id="content" tabIndex={-1} className="wrap content outline-none">
        {children}
      </main>
      {seller ? (
        <SellerFooter locale={locale} seller={seller} workingHours={workingHours}>
          {languages}
        </SellerFooter>
      ) : (
        <footer className="footer">
          <div className="wrap">
            <div className="base">{languages}</div>
          </div>
        </footer>
      )}
    </>
  );
}

function Entry({ href, title, path }: { href: string; title: string; path: string }) {
  return (
    <li>
      <a href={href} aria-current={path === href ? "page" : undefined}>
        {title}
      </a>
    </li>
  );
}
