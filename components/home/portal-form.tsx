import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = {
  locale: Locale;
  /** Where the answer goes by GET, as `portal` (and `months` when it was chosen before). */
  action: string;
  typed?: string;
  months?: string;
  /** What is wrong with what was typed, and what to do. */
  error?: string;
};

/** One field and a button: the way into an order. A plain form, so it needs no script at all. */
export function PortalForm({ locale, action, typed, months, error }: Props) {
  const t = translator(locale, "public");
  return (
    <form action={action} className="no-print mt-6 max-w-[40rem]">
      <div className="field" data-bad={error ? true : undefined}>
        <label htmlFor="portal" className="label">
          {t("home.portal")}
        </label>
        <div className="hint" id="portal-hint">
          {t("home.portalHint")}
        </div>
        {error && (
          <div className="error" id="portal-error" role="alert">
            {error}
          </div>
        )}
        <div className="mt-1 grid gap-3 sm:grid-cols-[1fr_auto]">
          <div className="box">
            <input
              id="portal"
              name="portal"
              type="text"
              inputMode="url"
              autoComplete="url"
              autoCapitalize="none"
              spellCheck={false}
              defaultValue={typed}
              aria-invalid={error ? true : undefined}
              aria-describedby={error ? "portal-hint portal-error" : "portal-hint"}
            />
          </div>
          <button type="submit" className="btn primary">
            {t("home.order")}
          </button>
        </div>
      </div>
      {months && <input type="hidden" name="months" value={months} />}
    </form>
  );
}
