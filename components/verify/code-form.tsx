import { PlainField } from "#/components/calendar/plain-field.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; typed?: string; error?: string | undefined };

/** One field for the code of a sheet; a plain form, so it works before any script and without. */
export function CodeForm({ locale, typed = "", error }: Props) {
  const t = translator(locale, "verify");
  return (
    <form action="/verify" className="form">
      <PlainField id="code" label={t("page.code")} hint={t("page.codeHint")} error={error}>
        {(control) => (
          <input
            type="text"
            name="code"
            required
            maxLength={120}
            defaultValue={typed}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            {...control}
          />
        )}
      </PlainField>
      <button type="submit" className="btn primary">
        {t("page.check")}
      </button>
    </form>
  );
}
