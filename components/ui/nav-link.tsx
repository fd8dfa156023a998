"use client";

import { usePathname } from "next/navigation";
import type { ReactNode } from "react";

import { Link } from "./link.tsx";

/** A menu's link: knows when it is the page (`exact`) or the section that is open, and closes the menu it was in. */
export function NavLink({ href, exact, children }: { href: string; exact?: boolean; children: ReactNode }) {
  const path = usePathname();
  const here = path === href;
  const within = !exact && path.startsWith(`${href}/`);
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
