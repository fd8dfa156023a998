import { Link } from "#/components/ui/link.tsx";
import { Status } from "#/components/ui/status.tsx";

export type QueueFigure = { href: string; title: string; value: number; note: string | null };

/** How many wait where: the figure, its queue, and the word when some of them are late. */
export function QueueFigures({ figures }: { figures: readonly QueueFigure[] }) {
  return (
    <ul className="queues">
      {figures.map(({ href, title, value, note }) => (
        <li key={title}>
          <span className={value === 0 ? "figure text-muted" : "figure"}>{value}</span>
          <Link href={href} className="font-medium">
            {title}
          </Link>
          {note && (
            <span className="block text-sm">
              <Status tone="late">{note}</Status>
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
