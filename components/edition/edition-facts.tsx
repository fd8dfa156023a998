import { clauseRef } from "#/components/contract/words.ts";
import { DateText } from "#/components/ui/date-text.tsx";
import { Deadline } from "#/components/ui/deadline.tsx";
import { KeyValue } from "#/components/ui/key-value.tsx";
import { addDays, type Day, latest } from "#/lib/calendar/day.ts";
import { explain } from "#/lib/calendar/explain.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { windowOf } from "#/lib/contract/steps/refuse-edition.ts";
import { editionDiff, publishedEdition } from "#/lib/mail/paths.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Edition = { slug: string; number: number; publishedOn: Day; inForceFrom: Day };
type Props = {
  locale: Locale;
  given: Given;
  edition: Edition;
  before: Pick<Edition, "number"> | null;
  changes: string | null;
  /** Contracts that it may still be refused for. */
  open: readonly Contract[];
};

/** When it was published, what it changes, until when it may be refused and how that day was counted, what silence and payment mean. */
export function EditionFacts({ locale, given, edition, before, changes, open }: Props) {
  const t = translator(locale, "publication");
  const { slug, number, publishedOn, inForceFrom } = edition;
  const href = publishedEdition(slug, number);
  // The nearest last day where editions that were accepted differ in their terms.
  const nearest = [...open].sort((a, b) => (windowOf(a, edition).to < windowOf(b, edition).to ? -1 : 1))[0];
  const days = nearest?.bindings.editionCalendarDays;
  const term =
    days === undefined
      ? null
      : explain(
          given.calendar,
          { code: "edition", clause: "6.2", unit: "calendar-days", length: days, dayOff: "keep" },
          publishedOn,
        );
  return (
    <KeyValue
      pairs={[
        { key: t("published"), value: <DateText day={publishedOn} /> },
        { key: t("inForce"), value: <DateText day={inForceFrom} /> },
        {
          key: t("changes"),
          value: (
            <span className="grid gap-1">
              <span>{changes ?? t("first")}</span>
              <span className="flex flex-wrap gap-x-4 gap-y-1">
                {before && (
                  <a className="link" href={editionDiff(slug, number, before.number)}>
                    {t("compare", { number: before.number })}
                  </a>
                )}
                <a className="link" href={href}>
                  {t("read")}
                </a>
              </span>
            </span>
          ),
        },
        term && {
          key: t("refuse"),
          value: (
            <Deadline
              locale={locale}
              counted={term.counted}
              rule={t("rule", { days: term.length, date: formatDay(publishedOn) })}
              clause={clauseRef("6.2", href)}
            />
          ),
        },
        term && {
          key: t("silence"),
          value: t("silenceText", { date: formatDay(latest(inForceFrom, addDays(term.counted.date, 1))) }),
        },
        { key: t("payment"), value: t("paymentText", { date: formatDay(publishedOn) }) },
      ]}
    />
  );
}
