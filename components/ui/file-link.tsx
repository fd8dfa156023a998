import { type Locale, translator } from "#/lib/messages/messages.ts";
import { Icon } from "./icon.tsx";
import { Unbroken } from "./unbroken.tsx";

export type FileRef = { href: string; title: string /** "PDF" */; kind?: string; bytes?: number };

/** A document to open or keep: name, kind and size before the press. */
export function FileLink({ href, title, kind, bytes, locale }: FileRef & { locale: Locale }) {
  const size = bytes
    ? translator(locale, "common")("file.size", { size: Math.max(1, Math.round(bytes / 1024)) })
    : null;
  const facts = [kind, size].filter(Boolean).join(", ");
  return (
    <a href={href} className="link inline-flex items-baseline gap-1.5" download>
      <Icon name="file-text" className="translate-y-0.5" />
      <span>
        <Unbroken text={title} />
        {facts && <span className="text-muted"> {facts}</span>}
      </span>
    </a>
  );
}
