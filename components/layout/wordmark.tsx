import { Link } from "#/components/ui/link.tsx";
import { Sign } from "./sign.tsx";

export function Wordmark({ href, place }: { href: string; place?: string }) {
  return (
    <Link href={href} className="wordmark">
      <Sign />
      {place && <small>{place}</small>}
    </Link>
  );
}
