import type { ReactNode } from "react";

import { type Locale, translator } from "#/lib/messages/messages.ts";
import { Menu, MenuButton } from "./menu.tsx";
import { type Person, type PersonActions, UserMenu } from "./user-menu.tsx";
import { Wordmark } from "./wordmark.tsx";

export type StaffShellProps = PersonActions & {
  locale: Locale;
  person: Person;
  waiting?: { activations?: number; payments?: number; acts?: number };
  /** Open requests about personal data; absent for whoever does not answer them. */
  privacy?: number;
  /** Whether this colleague reads the books. */
  books?: boolean;
  /** The control of the movable clock: demo and test only. */
  clock?: ReactNode;
  children: ReactNode;
};

/** The back office: the same shell, closer set. */
export function StaffShell(props: StaffShellProps) {
  const { locale, waiting, privacy, books, clock, children } = props;
  const t = translator(locale, "layout");
  const entries = [
    { href: "/staff", title: t("staff.today"), icon: "house", exact: true },
    { href: "/staff/activations", title: t("staff.activations"), icon: "zap", waiting: waiting?.activations },
    {
      href: "/staff/payments",
      title: t("staff.payments"),
      icon: "landmark",
      waiting: waiting?.payments,
      also: ["/staff/refunds"],
    },
    { href: "/staff/acts", title: t("staff.acts"), icon: "file-check", waiting: waiting?.acts },
    { href: "/staff/contracts", title: t("staff.contracts"), icon: "file-text" },
    { href: "/staff/parties", title: t("staff.parties"), icon: "users" },
    { href: "/staff/reconciliations", title: t("staff.reconciliations"), icon: "file-check" },
    ...(books
      ? ([
          {
            href: "/staff/books",
            title: t("staff.books"),
            icon: "wallet",
            also: ["/staff/numbers", "/staff/reports"],
          },
        ] as const)
      : []),
    { href: "/staff/documents", title: t("staff.documents"), icon: "book-open" },
    { href: "/staff/catalog", title: t("staff.catalog"), icon: "shopping-bag" },
    { href: "/staff/prices", title: t("staff.prices"), icon: "wallet" },
    { href: "/staff/calendar", title: t("staff.calendar"), icon: "calendar-days" },
    { href: "/staff/force-majeure", title: t("staff.forceMajeure"), icon: "triangle-alert" },
    ...(privacy === undefined
      ? []
      : ([{ href: "/staff/privacy", title: t("staff.privacy"), icon: "user", waiting: privacy }] as const)),
    { href: "/staff/mail", title: t("staff.mail"), icon: "mail" },
    { href: "/staff/settings", title: t("staff.settings"), icon: "settings" },
  ] as const;
  return (
    <div className="side-at-lg dense">
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="topbar">
        <div className="wrap max-w-none!">
          <Wordmark href="/staff" place={t("staff.title")} />
          <span className="push" />
          <UserMenu {...props} />
          <MenuButton title={t("menu")} />
        </div>
      </header>
      {clock && <aside className="strip no-print">{clock}</aside>}
      <div className="wrap max-w-none!">
        <div className="sides">
          <Menu label={t("navigation")} waitingLabel={t("waiting")} entries={entries} />
          <main id="content" tabIndex={-1} className="content min-w-0 outline-none">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}
