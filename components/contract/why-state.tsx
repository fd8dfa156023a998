import { Deadline } from "#/components/ui/deadline.tsx";
import { Why } from "#/components/ui/why.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Fact, Next, StateWhy } from "#/lib/contract/why-state.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { clauseRef, OFFER_HREF, ruleOf, sidesText, stepName } from "./words.ts";

type Props = {
  locale: Locale;
  /** What is asked about, with its state: «Счёт № 26-000145-7: оплачен». */
  what: string;
  /** One sentence: the rule of this state. */
  rule: string;
  clauses: readonly string[];
  why: StateWhy;
  offerHref?: string;
};

/** «?» of a state: the rule and its clauses, the inputs, each running date with its count, who may change it, what comes next. */
export function WhyState({ locale, what, rule, clauses, why, offerHref = OFFER_HREF }: Props) {
  const t = translator(locale, "why");
  const words = translator(locale, "contract");
  return (
    <Why label={t("open", { what })} title={what} close={t("close")}>
      <p>
        {rule}{" "}
        {clauses.map((clause) => (
          <a key={clause} className="link mr-2 whitespace-nowrap" href={clauseRef(clause, offerHref).href}>
            {t("clause", { clause })}
          </a>
        ))}
      </p>
      <dl className="pairs">
        <div>
          <dt>{t("stands")}</dt>
          <dd>
            <ul className="grid gap-1">
              {why.facts.map((fact) => (
                <li key={fact.code}>{factText(fact, locale)}</li>
              ))}
            </ul>
          </dd>
        </div>
        {why.clocks.length > 0 && (
          <div>
            <dt>{t("dates")}</dt>
            <dd>
              <ul className="grid gap-1">
                {why.clocks.map((clock) => (
                  <li key={clock.name}>
                    {words(`clockName.${clock.name}`)}:{" "}
                    <Deadline
                      locale={locale}
                      counted={clock.explanation.counted}
                      rule={ruleOf(clock, locale)}
                      clause={clauseRef(clock.clause, offerHref)}
                    />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        )}
        <div>
          <dt>{t("next")}</dt>
          <dd>
            {why.next.length === 0 ? (
              t("nothingNext")
            ) : (
              <ul className="grid gap-1">
                {why.next.map((next) => (
                  <li key={next.step}>{nextText(next, locale)}</li>
                ))}
              </ul>
            )}
          </dd>
        </div>
      </dl>
    </Why>
  );
}

function nextText({ step, by, from }: Next, locale: Locale): string {
  const t = translator(locale, "why");
  const said = { step: `«${stepName(step, locale)}»`, who: sidesText(by, locale) };
  return from ? t("nextFrom", { ...said, on: formatDay(from) }) : t("nextStep", said);
}

function factText(fact: Fact, locale: Locale): string {
  const t = translator(locale, "why");
  switch (fact.code) {
    case "invoice":
      return t("fact.invoice", { number: fact.number, on: formatDay(fact.on), until: formatDay(fact.until) });
    case "money":
      return t("fact.money", { paid: formatMoney(fact.paid), total: formatMoney(fact.total) });
    case "accepted": {
      const [on, paidOn, creditedOn] = [fact.on, fact.paidOn, fact.creditedOn].map(formatDay) as [
        string,
        string,
        string,
      ];
      return t("fact.accepted", { on, paidOn, creditedOn });
    }
    case "period":
      return t("fact.period", { from: formatDay(fact.from), to: formatDay(fact.to) });
    default:
      return t(`fact.${fact.code}`, { on: formatDay(fact.on) });
  }
}
