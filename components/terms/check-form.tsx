import { type Locale, translator } from "#/lib/messages/messages.ts";
import { COUNTRIES, OTHER_COUNTRY } from "#/lib/terms/countries.ts";

type Props = { locale: Locale; portal: string; country: string; error?: string };

/** An address and a country, asked by GET: the answer has an address of its own and needs no script. */
export function CheckForm({ locale, portal, country, error }: Props) {
  const t = translator(locale, "library");
  return (
    <form
      action="/check"
      className="no-print grid max-w-[52rem] gap-4 sm:grid-cols-[minmax(0,1fr)_minmax(0,16rem)_auto] sm:items-end"
    >
      <div className="field" data-bad={error ? true : undefined}>
        <label htmlFor="portal" className="label">
          {t("check.portal")}
        </label>
        <div className="hint" id="portal-hint">
          {t("check.portalHint")}
        </div>
        {error && (
          <div className="error" id="portal-error" role="alert">
            {error}
          </div>
        )}
        <div className="box">
          <input
            id="portal"
            name="portal"
            type="text"
            inputMode="url"
            autoComplete="url"
            autoCapitalize="none"
            spellCheck={false}
            required
            defaultValue={portal}
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? "portal-hint portal-error" : "portal-hint"}
          />
        </div>
      </div>
      <div className="field min-w-0 grid-cols-1">
        <label htmlFor="country" className="label">
          {t("check.country")}
        </label>
        <div className="box">
          <select id="country" name="country" defaultValue={country} className="min-w-0">
            {countries(locale).map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
            <option value={OTHER_COUNTRY}>{t("check.otherCountry")}</option>
          </select>
        </div>
      </div>
      <button type="submit" className="btn primary">
        {t("check.submit")}
      </button>
    </form>
  );
}

/** Belarus first, the rest by name in the reader's language. */
function countries(locale: Locale): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: "region" });
  const [home = "BY", ...others] = COUNTRIES;
  const named = (code: string) => ({ code, name: names.of(code) ?? code });
  const { compare } = new Intl.Collator(locale);
  return [named(home), ...others.map(named).sort((a, b) => compare(a.name, b.name))];
}
