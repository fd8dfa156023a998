import { Notice } from "#/components/ui/notice.tsx";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Plan } from "#/lib/privacy/plan.ts";

/** Said before the press: what goes, what stays on which ground and for how long, what becomes of the parties. */
export function ErasureTerms({ locale, plan }: { locale: Locale; plan: Plan }) {
  const t = translator(locale, "privacy");
  return (
    <div className="grid gap-6">
      <div className="grid gap-6 md:grid-cols-2">
        <section>
          <h3 className="mb-2 font-medium">{t("erase.goes")}</h3>
          <ul className="grid gap-1">
            {plan.goes.map(({ kind, count }) => (
              <li key={kind}>
                {t(`goes.${kind}`)} <span className="text-muted text-sm">{t("erase.records", { count })}</span>
              </li>
            ))}
          </ul>
        </section>
        <section>
          <h3 className="mb-2 font-medium">{t("erase.stays")}</h3>
          <KeptList locale={locale} plan={plan} />
        </section>
      </div>
      {plan.parties.length > 0 && (
        <section>
          <h3 className="mb-2 font-medium">{t("erase.parties")}</h3>
          <ul className="grid gap-1">
            {plan.parties.map(({ id, name, outcome }) => (
              <li key={id}>
                {name}: <span className="text-muted">{t(`outcome.${outcome}`)}</span>
              </li>
            ))}
          </ul>
        </section>
      )}
      <Notice tone="neutral" title={t("erase.untouched")}>
        {t("erase.after")}
      </Notice>
    </div>
  );
}

export function KeptList({ locale, plan }: { locale: Locale; plan: Plan }) {
  const t = translator(locale, "privacy");
  return (
    <dl className="grid gap-3">
      {plan.stays.map(({ kind, count }) => (
        <div key={kind}>
          <dt>
            {t(`kept.${kind}`)} <span className="text-muted text-sm">{t("erase.records", { count })}</span>
          </dt>
          <dd className="text-muted text-sm">{t(`ground.${kind}`)}</dd>
        </div>
      ))}
    </dl>
  );
}
