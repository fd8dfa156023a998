import { changeSettingAction } from "#/app/_actions/settings/change-setting.ts";
import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { SettingForm } from "#/components/staff/setting-form.tsx";
import { settingValue } from "#/components/staff/setting-value.ts";
import { LinkButton } from "#/components/ui/button.tsx";
import { MomentText } from "#/components/ui/date-text.tsx";
import { Dialog } from "#/components/ui/dialog.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { settingsHistory } from "#/db/queries/settings.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import { SETTING_KEYS } from "#/lib/contract/change-setting.ts";
import { SETTING_CLAUSES } from "#/lib/contract/settings.ts";
import { translator } from "#/lib/messages/messages.ts";
import { staffPage } from "../_page.ts";

/** Where the contract is silent: what the house decided, since when, by whom, why. */
export default async function SettingsPage() {
  const { actor, locale, t, given, read } = await staffPage("settings.read");
  const { history, names } = await read(async (tx) => {
    const rows = await settingsHistory(tx);
    return {
      history: rows,
      names: await namesOf(
        tx,
        rows.map(({ enteredBy }) => enteredBy),
      ),
    };
  });
  const may = permits(actor, "settings.change");
  const close = translator(locale, "common")("dialog.close");
  return (
    <>
      <PageHead
        title={t("settings.title")}
        lead={t("settings.lead")}
        actions={
          <>
            <LinkButton href="/staff/numbers" look="secondary" small>
              {t("numbers.title")}
            </LinkButton>
            {permits(actor, "user.add-staff") && (
              <LinkButton href="/staff/users" look="secondary" small>
                {t("users.title")}
              </LinkButton>
            )}
            <LinkButton href="/staff/help" look="secondary" small>
              {t("help.title")}
            </LinkButton>
          </>
        }
      />
      <div className="grid gap-8">
        {SETTING_KEYS.map((key) => {
          const rows = history.filter((row) => row.key === key);
          const number = SETTING_CLAUSES[key];
          const clause = number && clauseRef(number, OFFER_HREF);
          return (
            <Section
              key={key}
              title={t(`setting.${key}.title`)}
              aside={
                clause && (
                  <a className="link text-sm" href={clause.href}>
                    {t("clause", { clause: clause.number })}
                  </a>
                )
              }
            >
              <p className="max-w-measure text-muted text-sm">{t(`setting.${key}.text`)}</p>
              <p className="my-3 text-lg">{settingValue(key, given.settings[key], locale)}</p>
              {may && (
                <Dialog open={t("settings.change")} title={t(`setting.${key}.title`)} close={close} small>
                  <SettingForm
                    {...{ locale, action: changeSettingAction }}
                    name={key}
                    value={given.settings[key]}
                    today={given.today}
                  />
                </Dialog>
              )}
              {rows.length > 0 && (
                <details className="mt-3">
                  <summary className="link cursor-pointer text-sm">
                    {t("settings.history", { count: rows.length })}
                  </summary>
                  <ol className="mt-2 grid gap-2 text-sm">
                    {rows.map((row) => (
                      <li key={row.id}>
                        {t("settings.since", { date: formatDay(row.validFrom as Day) })}{" "}
                        <strong>{settingValue(key, row.value, locale)}</strong>
                        <span className="block text-muted">
                          {row.reason} · {names.get(row.enteredBy) ?? row.enteredBy} · <MomentText at={row.enteredAt} />
                        </span>
                      </li>
                    ))}
                  </ol>
                </details>
              )}
            </Section>
          );
        })}
      </div>
    </>
  );
}
