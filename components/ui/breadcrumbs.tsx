import { Link } from "./link.tsx";

/** The way back up; the page itself is the heading below and is not repeated. */
export function Breadcrumbs({ label, steps }: { label: string; steps: readonly { href: string; title: string }[] }) {
  return (
    <nav aria-label={label} className="no-print mb-2">
      <ol className="crumbs">
        {steps.map(({ href, title }) => (
          <li key={href}>
            <Link className="link" href={href}>
              {title}
            </Link>
          </li>
        ))}
      </ol>
    </nav>
  );
}
