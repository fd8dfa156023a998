"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { Link } from "./link.tsx";

type Props = {
  href: string;
  exact?: boolean | undefined;
  /** Other places of the same section, whose addresses do not begin with its own. */
  also?: readonly string[] | undefined;
  children: ReactNode;
};

/** A menu's link: knows when it is the page (`exact`) or the section that is open, and closes the menu it was in. */
export function NavLink({ href, exact, also = [], children }: Props) {
  const path = usePathname();
  const here = path === href;
  const within = !exact && [href, ...also].some((place) => path === place || path.startsWith(`${place}/`));
  return (
    <Link
      href={href}
      aria-current={here ? "page" : within ? "true" : undefined}
      onClick={(event) => event.currentTarget.closest<HTMLElement>(":popover-open")?.hidePopover()}
    >
      {children}
    </Link>
  );
}
