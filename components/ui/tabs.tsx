import { NavLink } from "./nav-link.tsx";

/** Sections of one thing as pages of their own: addresses, not state. */
export function Tabs({ label, tabs }: { label: string; tabs: readonly { href: string; title: string }[] }) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      {tabs.map(({ href, title }) => (
        <NavLink key={href} href={href} exact>
          {title}
        </NavLink>
      ))}
    </nav>
  );
}
