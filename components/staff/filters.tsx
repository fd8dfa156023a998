import { Link } from "#/components/ui/link.tsx";

export type FilterOption = { href: string; title: string; current: boolean; count?: number };

/** Filters as words in the address: each is a link, so a filtered queue can be sent to a colleague. */
export function Filters({ label, options }: { label: string; options: readonly FilterOption[] }) {
  return (
    <nav className="tabs no-print" aria-label={label}>
      {options.map(({ href, title, current, count }) => (
        <Link key={href} href={href} aria-current={current ? "page" : undefined}>
          {title}
          {count !== undefined && <span className="num text-muted"> {count}</span>}
        </Link>
      ))}
    </nav>
  );
}
