import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; previous: string | null; next: string | null };

/** The neighbours of a page; plain links, for the public site is read without the router. */
export function Pages({ locale, previous, next }: Props) {
  const t = translator(locale, "common");
  if (!previous && !next) return null;
  return (
    <nav aria-label={t("pages.label")} className="no-print mt-6 flex justify-between gap-4">
      {previous ? (
        <a className="btn secondary small" href={previous} rel="prev">
          {t("pages.previous")}
        </a>
      ) : (
        <span />
      )}
      {next && (
        <a className="btn secondary small" href={next} rel="next">
          {t("pages.next")}
        </a>
      )}
    </nav>
  );
}
