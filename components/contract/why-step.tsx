import { formatDay } from "#/lib/calendar/format.ts";
import type { Step } from "#/lib/contract/machine.ts";
import type { StepWhy } from "#/lib/contract/why.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { clauseRef, OFFER_HREF, sidesText, stepName } from "./words.ts";

type Refused = Extract<StepWhy, { allowed: false }>;
type Props = { locale: Locale; why: Refused; offerHref?: string };

/** Why a step may not be taken: the reason, since when, what opens it or that nothing does, whose it is, the clause. */
export function WhyStep({ locale, why, offerHref = OFFER_HREF }: Props) {
  const t = translator(locale, "why");
  const rows = [
    why.since && { key: t("since"), value: sinceText(why.since, locale) },
    { key: t("opens"), value: outlookText(why, locale) },
    { key: t("who"), value: sidesText(why.by, locale) },
  ].filter((row) => row !== null);
  return (
    <>
      <p>
        {t(`reason.${why.reason}`)}{" "}
        <a className="link whitespace-nowrap" href={clauseRef(why.clause, offerHref).href}>
          {t("clause", { clause: why.clause })}
        </a>
      </p>
      <dl className="pairs">
        {rows.map(({ key, value }) => (
          <div key={key}>
            <dt>{key}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

/** The same in two sentences, for a list of many. */
export function whyText(why: Refused, locale: Locale): string {
  const t = translator(locale, "why");
  const opens = why.outlook.kind === "others" ? outlookText(why, locale) : `${t("opens")}: ${outlookText(why, locale)}`;
  return [t(`reason.${why.reason}`), why.since && sinceText(why.since, locale), opens].filter(Boolean).join(" ");
}

function sinceText({ on, by, wasOpen }: NonNullable<Refused["since"]>, locale: Locale): string {
  const t = translator(locale, "why");
  const day = formatDay(on);
  if (by === null) return t("closedByTime", { on: day });
  return t(wasOpen ? "closed" : "neverOpen", { on: day, by: stepName(by as Step, locale) });
}

function outlookText({ outlook, by }: Refused, locale: Locale): string {
  const t = translator(locale, "why");
  if (outlook.kind === "from") return t("from", { on: formatDay(outlook.on) });
  if (outlook.kind === "others") return t("others", { who: sidesText(by, locale) });
  if (outlook.kind === "never") return t("never");
  const steps = outlook.steps.map((step) => `«${stepName(step, locale)}»`).join(" → ");
  return t("after", { count: outlook.steps.length, steps });
}
