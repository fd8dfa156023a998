import { type Locale, translator } from "#/lib/messages/messages.ts";
import { LinkButton } from "./button.tsx";
import { Icon } from "./icon.tsx";

/** Keyset pages: only the neighbours are known. The addresses carry the key and the filters. */
export function Pagination({
  locale,
  previous,
  next,
}: {
  locale: Locale;
  previous: string | null;
  next: string | null;
}) {
  const t = translator(locale, "common");
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("pages.label")} className="no-print mt-6 flex justify-between gap-4">
      {previous ? (
        <LinkButton href={previous} look="secondary" small>
          <Icon name="arrow-left" /> {t("pages.previous")}
        </LinkButton>
      ) : (
        <span />
      )}
      {next && (
        <LinkButton href={next} look="secondary" small>
          {t("pages.next")} <Icon name="arrow-right" />
        </LinkButton>
      )}
    </nav>
  );
}
