import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; action: string; day: string };

/** «Что действовало на дату»: a plain form, so it needs no script at all. */
export function AsOfForm({ locale, action, day }: Props) {
  const t = translator(locale, "library");
  return (
    <form action={action} className="no-print flex flex-wrap items-end gap-3">
      <div className="field">
        <label htmlFor="on" className="label">
          {t("asOf.label")}
        </label>
        <div className="box">
          <input id="on" name="on" type="date" defaultValue={day} required />
        </div>
      </div>
      <button type="submit" className="btn secondary">
        {t("asOf.show")}
      </button>
    </form>
  );
}
