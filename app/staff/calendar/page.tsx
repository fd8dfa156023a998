import "#/components/calendar/calendar.css";

import { previewEdit } from "#/app/_actions/calendar/apply-edit.ts";
import { countingBy } from "#/app/_time/calendar.ts";
import { ConfirmYearForm, TransferForm } from "#/components/calendar/edit-forms.tsx";
import { YearView } from "#/components/calendar/year-view.tsx";
import { LinkButton } from "#/components/ui/button.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { PageHead, Section } from "#/components/ui/section.tsx";
import { Status } from "#/components/ui/status.tsx";
import { calendarBook, calendarHistory } from "#/db/queries/calendar.ts";
import { namesOf } from "#/db/queries/staff-users.ts";
import { permits } from "#/lib/access/permissions.ts";
import { yearOf } from "#/lib/calendar/day.ts";
import { calendarEditInput } from "#/lib/calendar/edit.ts";
import { calendarYear } from "#/lib/calendar/year.ts";
import { fieldRefusals } from "#/lib/field-refusals.ts";
import { errorWords, translator } from "#/lib/messages/messages.ts";
import { oneOf, type Query, staffPage } from "../_page.ts";
import { History } from "./_history.tsx";
import { Preview } from "./_preview.tsx";

/** The working calendar that every date is counted by: a year in sight, its transfers, and what an edit would move. */
export default async function CalendarPage({ searchParams }: { searchParams: Query }) {
  const { actor, locale, given, read } = await staffPage("staff.read");
  const t = translator(locale, "dates");
  const asked = await oneOf(searchParams);
  const year = /^20[2-9]\d$/.test(asked.year ?? "") ? Number(asked.year) : yearOf(given.today);
  const mayEdit = permits(actor, "calendar.edit");
  const parsed = mayEdit && asked.kind ? calendarEditInput.safeParse(asked) : null;
  const { book, history, names, looked } = await read(async (tx) => {
    const all = await calendarHistory(tx);
    const by = all.transfers.map(({ enteredBy }) => enteredBy);
    const looking = parsed?.success ? previewEdit({ tx, actor, now: given.now, edit: parsed.data }) : null;
    return { book: await calendarBook(tx), history: all, names: await namesOf(tx, by), looked: await looking };
  });
  const shown = calendarYear(countingBy(book), year);
  const confirmed = history.years.find((one) => one.year === year);
  const back = `/staff/calendar?year=${year}`;
  const refused = parsed?.success
    ? looked && !looked.ok
      ? (looked.error.fields ?? {})
      : {}
    : fieldRefusals(parsed?.error.issues ?? []);
  const words = errorWords(locale);
  const errors = Object.fromEntries(
    Object.entries(refused).map(([name, { code, params }]) => [name, words(code, params)]),
  );
  const wrong = Object.keys(errors).length > 0;
  const form = (kind: string) => ({ locale, year, ...(asked.kind === kind && wrong ? { typed: asked, errors } : {}) });
  return (
    <>
      <PageHead
        title={t("staff.title")}
        lead={t("staff.lead")}
        actions={
          <LinkButton href="/staff/calendar/ending" look="secondary" small>
            {t("staff.ending")}
          </LinkButton>
        }
      />
      <div className="grid gap-8">
        {wrong && <Notice tone="late" announce title={errors.id ?? t("staff.fix")} />}
        {parsed?.success && looked?.ok && (
          <Preview locale={locale} edit={parsed.data} transfers={book.transfers} moved={looked.value} back={back} />
        )}
        <Section
          title={t("staff.year", { year: String(year) })}
          aside={
            <nav aria-label={t("staff.years")} className="flex gap-2">
              {[year - 1, year + 1].map((one) => (
                <LinkButton key={one} href={`/staff/calendar?year=${one}`} look="secondary" small>
                  {one}
                </LinkButton>
              ))}
            </nav>
          }
        >
          <p className="mb-3">
            {t("workingDays", { count: shown.working })}
            {" · "}
            <Status tone={shown.confirmed ? "done" : "needs"}>
              {confirmed ? t("staff.confirmed", { resolution: confirmed.resolution }) : t("staff.provisional")}
            </Status>
          </p>
          <YearView locale={locale} year={shown} />
        </Section>
        {mayEdit && (
          <Section title={t("staff.add")}>
            <TransferForm {...form("transfer")} />
          </Section>
        )}
        {mayEdit && !confirmed && (
          <Section title={t("staff.confirmYear", { year: String(year) })}>
            <ConfirmYearForm {...form("confirm-year")} />
          </Section>
        )}
        <Section title={t("staff.history")}>
          <History
            locale={locale}
            year={year}
            rows={history.transfers.filter(({ off, worked }) => yearOf(off) === year || yearOf(worked) === year)}
            names={names}
            mayEdit={mayEdit}
          />
        </Section>
      </div>
    </>
  );
}
