import type { ReactNode } from "react";

import { Icon, type IconName } from "#/components/ui/icon.tsx";
import { NavLink } from "#/components/ui/nav-link.tsx";
import { Count } from "#/components/ui/status.tsx";

export type MenuEntry = {
  href: string;
  title: string;
  icon?: IconName;
  exact?: boolean;
  also?: readonly string[];
  waiting?: number;
};

const ID = "menu";

/** Opens the menu on a phone; hidden by CSS where the menu stands open. Native popover: Esc and a tap outside close it. */
export function MenuButton({ title }: { title: string }) {
  return (
    <button type="button" className="menu-button" popoverTarget={ID}>
      <Icon name="menu" />
      {title}
    </button>
  );
}

/** The one menu of a shell; `children` follow the entries (what else the sheet holds on a phone). */
export function Menu(props: {
  label: string;
  /** What the numbers count, for screen readers. */
  waitingLabel?: string;
  entries: readonly MenuEntry[];
  children?: ReactNode;
}) {
  const { label, waitingLabel, entries, children } = props;
  return (
    <nav id={ID} popover="auto" className="nav" aria-label={label}>
      <ul>
        {entries.map(({ href, title, icon, exact, also, waiting }) => (
          <li key={href}>
            <NavLink href={href} exact={exact} also={also}>
              {icon && <Icon name={icon} />}
              {title}
              {waiting ? <Count value={waiting} label={waitingLabel ?? ""} /> : null}
            </NavLink>
          </li>
        ))}
      </ul>
      {children}
    </nav>
  );
}
