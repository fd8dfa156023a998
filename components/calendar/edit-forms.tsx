import { type Locale, translator } from "#/lib/messages/messages.ts";
import { PlainField } from "./plain-field.tsx";

export type Typed = Record<string, string | undefined>;
type Props = { locale: Locale; year: number; typed?: Typed; errors?: Record<string, string> };

/** A transfer as it is typed; sent by GET, so that the page shows what it would move before anything is saved. */
export function TransferForm({ locale, year, typed = {}, errors = {} }: Props) {
  const t = translator(locale, "dates");
  const source = typed.source ?? "government";
  return (
    <form className="form grid max-w-measure gap-4" method="get" aria-label={t("staff.add")}>
      <input type="hidden" name="kind" value="transfer" />
      <input type="hidden" name="year" value={year} />
      <div className="grid gap-4 sm:grid-cols-2">
        {(["off", "worked"] as const).map((name) => (
          <PlainField
            key={name}
            id={`transfer-${name}`}
            label={t(`staff.${name}`)}
            hint={t("dayHint")}
            error={errors[name]}
          >
            {(control) => (
              <input
                type="text"
                inputMode="decimal"
                autoComplete="off"
                name={name}
                defaultValue={typed[name]}
                required
                {...control}
              />
            )}
          </PlainField>
        ))}
      </div>
      <PlainField id="transfer-source" label={t("staff.source")} error={errors.source}>
        {(control) => (
          <select name="source" defaultValue={source} {...control}>
            <option value="government">{t("staff.sources.government")}</option>
            <option value="seller">{t("staff.sources.seller")}</option>
          </select>
        )}
      </PlainField>
      <Document {...{ locale, typed, errors }} id="transfer" />
      <Look locale={locale} />
    </form>
  );
}

/** All transfers of a year are entered: dates that lean on it stop being provisional. */
export function ConfirmYearForm({ locale, year, typed = {}, errors = {} }: Props) {
  const t = translator(locale, "dates");
  return (
    <form className="form grid max-w-measure gap-4" method="get" aria-label={t("staff.confirmYear", { year })}>
      <input type="hidden" name="kind" value="confirm-year" />
      <input type="hidden" name="year" value={year} />
      <p>{t("staff.confirmText")}</p>
      <Document {...{ locale, typed, errors }} id="confirm" />
      <Look locale={locale} />
    </form>
  );
}

/** A transfer that was wrong: it stays in the books and counts no more. */
export function WithdrawForm(props: Props & { id: string; name: string }) {
  const { locale, year, typed = {}, errors = {}, id, name } = props;
  return (
    <form className="form grid max-w-measure gap-4" method="get" aria-label={name}>
      <input type="hidden" name="kind" value="withdraw" />
      <input type="hidden" name="year" value={year} />
      <input type="hidden" name="id" value={id} />
      <Reason {...{ locale, typed, errors }} id={`withdraw-${id}`} />
      <Look locale={locale} />
    </form>
  );
}

type Part = { locale: Locale; typed: Typed; errors: Record<string, string>; id: string };

function Document(props: Part) {
  const { locale, typed, errors, id } = props;
  const t = translator(locale, "dates");
  return (
    <>
      <PlainField
        id={`${id}-resolution`}
        label={t("staff.resolution")}
        hint={t("staff.resolutionHint")}
        error={errors.resolution}
      >
        {(control) => (
          <input type="text" name="resolution" maxLength={300} defaultValue={typed.resolution} required {...control} />
        )}
      </PlainField>
      <Reason {...props} />
    </>
  );
}

function Reason({ locale, typed, errors, id }: Part) {
  const t = translator(locale, "dates");
  return (
    <PlainField id={`${id}-reason`} label={t("staff.reason")} hint={t("staff.reasonHint")} error={errors.reason}>
      {(control) => (
        <textarea name="reason" rows={2} maxLength={1000} defaultValue={typed.reason} required {...control} />
      )}
    </PlainField>
  );
}

const Look = ({ locale }: { locale: Locale }) => (
  <div>
    <button type="submit" className="btn primary">
      {translator(locale, "dates")("staff.look")}
    </button>
  </div>
);
