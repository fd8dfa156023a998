import type { Metadata } from "next";

import { choosePackDayAction } from "#/app/_actions/month-pack/choose-pack-day.ts";
import { chooseNoticesAction } from "#/app/_actions/notices/choose-notices.ts";
import { SavedForm } from "#/components/account/saved-form.tsx";
import { SubmitButton } from "#/components/form/submit-button.tsx";
import { ChoiceMatrix } from "#/components/notice/choice-matrix.tsx";
import { QuietFields } from "#/components/notice/quiet-fields.tsx";
import { PackDayForm } from "#/components/settlements/pack-day-form.tsx";
import { Breadcrumbs } from "#/components/ui/breadcrumbs.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { packDayOf } from "#/db/queries/month-packs.ts";
import { ownChoices } from "#/db/queries/notice-choices.ts";
import { permits } from "#/lib/access/permissions.ts";
import { cellOf } from "#/lib/mail/choices.ts";
import { KIND_NAMES, KINDS } from "#/lib/mail/kinds.ts";
import { translator } from "#/lib/messages/messages.ts";
import { cabinetPage, pageLocale } from "../../_page.ts";

export async function generateMetadata(): Promise<Metadata> {
  return { title: translator(await pageLocale(), "notices")("settings.title") };
}

/** The member's own matrix: what the contract makes us tell, what they may leave out, and when letters should not come. */
export default async function NoticeSettings() {
  const { actor, locale, read } = await cabinetPage();
  const t = translator(locale, "notices");
  const { choices, packDay } = await read(async (tx) => ({
    choices: await ownChoices(tx, actor),
    packDay: await packDayOf(tx, actor.partyId),
  }));
  const rows = KIND_NAMES.map((kind) => ({
    kind,
    clauses: KINDS[kind].clauses,
    cells: {
      cabinet: cellOf(kind, "cabinet", actor.role, choices),
      mail: cellOf(kind, "mail", actor.role, choices),
    },
  }));
  const required = rows.filter(({ cells }) => cells.mail.locked);
  const others = rows.filter(({ clauses, cells }) => clauses && !cells.mail.locked);
  const groups = [
    { title: t("settings.courtesy"), lead: t("settings.courtesyLead"), rows: rows.filter(({ clauses }) => !clauses) },
    { title: t("settings.byRole"), lead: t("settings.legalOther"), rows: others },
    { title: t("settings.legal"), lead: t("settings.legalLead"), rows: required },
  ];
  return (
    <>
      <PageHead
        above={
          <Breadcrumbs
            label={translator(locale, "common")("breadcrumbs")}
            steps={[{ href: "/cabinet/notices", title: t("title") }]}
          />
        }
        title={t("settings.title")}
        lead={t("settings.lead", { email: actor.email })}
      />
      <div className="mb-12">
        <PackDayForm
          locale={locale}
          workingDay={packDay?.workingDay ?? null}
          mailed={cellOf("month-pack", "mail", actor.role, choices).on}
          action={permits(actor, "month-pack.schedule") ? choosePackDayAction : null}
        />
      </div>
      <SavedForm action={chooseNoticesAction} label={t("settings.title")} saved={t("settings.saved")}>
        <Section title={t("settings.quiet")}>
          <p className="mb-4 max-w-measure text-muted text-sm">{t("settings.quietLead")}</p>
          <QuietFields locale={locale} hours={choices.hours} />
        </Section>
        {groups
          .filter((group) => group.rows.length > 0)
          .map(({ title, lead, rows: kinds }) => (
            <Section key={title} title={title}>
              <p className="mb-4 max-w-measure text-muted text-sm">{lead}</p>
              <ChoiceMatrix locale={locale} caption={title} rows={kinds} />
            </Section>
          ))}
        <SubmitButton>{t("settings.save")}</SubmitButton>
      </SavedForm>
    </>
  );
}
