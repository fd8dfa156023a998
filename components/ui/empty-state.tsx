import type { ReactNode } from "react";

/** Nothing here: says why and what to do, with at most one button. */
export function EmptyState({
  title,
  children,
  action,
}: {
  title: ReactNode;
  children?: ReactNode;
  action?: ReactNode;
}) {
  return (
    <div className="empty">
      <p className="font-medium">{title}</p>
      {children && <p className="mt-1 text-muted">{children}</p>}
      {action && <div className="mt-4">{action}</div>}
    </div>
  );
}
