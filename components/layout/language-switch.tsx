import { type Locale, locales, translator } from "#/lib/messages/messages.ts";

/** A server action as a plain form's target, so that it works before and without JavaScript. */
export type FormAction = (form: FormData) => Promise<void>;

/** Posts `locale`. Each language is written in itself. */
export function LanguageSwitch({ locale, setLocale }: { locale: Locale; setLocale: FormAction }) {
  const t = translator(locale, "layout");
  return (
    <form action={setLocale} className="languages" aria-label={t("language")}>
      {locales.map((one) => (
        <button key={one} type="submit" name="locale" value={one} lang={one} aria-pressed={one === locale}>
          {t(`languages.${one}`)}
        </button>
      ))}
    </form>
  );
}
