import clsx from "clsx";
import type { ComponentProps, ReactNode } from "react";

import { Link } from "./link.tsx";

export type ButtonLook = "primary" | "secondary" | "quiet" | "danger";
type Look = { look?: ButtonLook; small?: boolean };

export const buttonClass = ({ look = "primary", small }: Look = {}, className?: string) =>
  clsx("btn", look, small && "small", className);

/** `pending` keeps the button in place, ignores presses and tells screen readers; the caller changes the words. */
export function Button({
  look,
  small,
  pending,
  className,
  type = "button",
  ...rest
}: ComponentProps<"button"> & Look & { pending?: boolean }) {
  return (
    <button
      {...rest}
      type={type}
      className={buttonClass({ look, small }, className)}
      aria-busy={pending || undefined}
      aria-disabled={pending || undefined}
    />
  );
}

/** A link that looks like a button. Files and other origins are plain (`download`), pages go through the router. */
export function LinkButton({
  href,
  look,
  small,
  download,
  className,
  children,
}: Look & { href: string; download?: boolean; className?: string; children: ReactNode }) {
  const looks = buttonClass({ look, small }, className);
  if (download)
    return (
      <a href={href} className={looks} download>
        {children}
      </a>
    );
  return (
    <Link href={href} className={looks}>
      {children}
    </Link>
  );
}
