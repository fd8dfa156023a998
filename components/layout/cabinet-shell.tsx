import type { ReactNode } from "react";
import { Icon } from "#/components/ui/icon.tsx";
import { Link } from "#/components/ui/link.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { Drop } from "./drop.tsx";
import type { FormAction } from "./language-switch.tsx";
import { Menu, MenuButton } from "./menu.tsx";
import { type Person, type PersonActions, UserMenu } from "./user-menu.tsx";
import { Wordmark } from "./wordmark.tsx";

export type Party = { id: string; name: string };

export type CabinetShellProps = PersonActions & {
  locale: Locale;
  person: Person;
  /** All that the person is a member of; the current one by its id, null for a newcomer without any. */
  parties: readonly Party[];
  partyId: string | null;
  /** Posts `partyId`. */
  chooseParty: FormAction;
  /** Acts that wait for this party's answer, invoices that wait for money, and notices that this member has not read. */
  waiting?: { acts?: number; invoices?: number; notices?: number };
  /** The movable clock of a demo, or another notice over the page. */
  banner?: ReactNode;
  children: ReactNode;
};

export function CabinetShell(props: CabinetShellProps) {
  const { locale, partyId, waiting, banner, children } = props;
  const t = translator(locale, "layout");
  const entries = [
    { href: "/cabinet", title: t("cabinet.overview"), icon: "house", exact: true },
    {
      ...{ href: "/cabinet/contracts", title: t("cabinet.orders"), icon: "file-text" as const },
      also: ["/cabinet/orders"],
    },
    { href: "/cabinet/invoices", title: t("cabinet.invoices"), icon: "receipt", waiting: waiting?.invoices },
    { href: "/cabinet/acts", title: t("cabinet.acts"), icon: "file-check", waiting: waiting?.acts },
    {
      ...{ href: "/cabinet/statement", title: t("cabinet.statement"), icon: "wallet" as const },
      also: ["/cabinet/reconciliations", "/cabinet/refunds"],
    },
    { href: "/cabinet/portals", title: t("cabinet.portals"), icon: "plug" },
    { href: "/cabinet/calendar", title: t("cabinet.calendar"), icon: "calendar-days" },
    {
      ...{ href: "/cabinet/notices", title: t("cabinet.notices"), icon: "bell" as const, waiting: waiting?.notices },
      also: ["/cabinet/editions"],
    },
    { href: "/cabinet/company", title: t("cabinet.company"), icon: "building-2" },
    { href: "/cabinet/people", title: t("cabinet.people"), icon: "users" },
  ] as const;
  return (
    <div className="side-at-lg">
      <a className="skip" href="#content">
        {t("skip")}
      </a>
      <header className="topbar">
        <div className="wrap">
          <Wordmark href="/cabinet" place={t("cabinet.title")} />
          <span className="push" />
          {partyId && <PartySwitch {...props} />}
          <UserMenu {...props} />
          {partyId && <MenuButton title={t("menu")} />}
        </div>
      </header>
      {banner && <aside className="strip no-print">{banner}</aside>}
      <div className="wrap">
        <div className={partyId ? "sides" : undefined}>
          {partyId && <Menu label={t("navigation")} waitingLabel={t("waiting")} entries={entries} />}
          <main id="content" tabIndex={-1} className="content min-w-0 outline-none">
            {children}
          </main>
        </div>
      </div>
    </div>
  );
}

function PartySwitch({ locale, parties, partyId, chooseParty }: CabinetShellProps) {
  const t = translator(locale, "layout");
  const name = parties.find(({ id }) => id === partyId)?.name ?? "";
  return (
    <Drop
      className="party"
      label={`${t("cabinet.chooseParty")}: ${name}`}
      summary={
        <>
          <Icon name="building-2" className="max-md:hidden" />
          <span>{name}</span>
          <Icon name="chevron-down" />
        </>
      }
    >
      <form action={chooseParty}>
        {parties.map((party) => (
          <button
            key={party.id}
            type="submit"
            name="partyId"
            value={party.id}
            aria-current={party.id === partyId || undefined}
          >
            <Icon name="check" className={party.id === partyId ? undefined : "invisible"} />
            {party.name}
          </button>
        ))}
      </form>
      <Link href="/cabinet/company/new">
        <Icon name="plus" /> {t("cabinet.addParty")}
      </Link>
    </Drop>
  );
}
