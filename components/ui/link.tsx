"use client";

import type { Route } from "next";
import NextLink from "next/link";
import { type ComponentProps, useState } from "react";

/** next/link that fetches ahead only when a hand comes near (hover, focus, touch), not when a link scrolls into view. */
export function Link({ href, ...rest }: Omit<ComponentProps<typeof NextLink>, "href" | "prefetch"> & { href: string }) {
  const [near, setNear] = useState(false);
  const warm = () => setNear(true);
  return (
    <NextLink
      {...rest}
      href={href as Route}
      prefetch={near ? null : false}
      onPointerEnter={warm}
      onFocus={warm}
      onTouchStart={warm}
    />
  );
}
