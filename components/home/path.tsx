import type { ReactNode } from "react";
import { DateText } from "#/components/ui/date-text.tsx";
import { Deadline } from "#/components/ui/deadline.tsx";
import { Explanation } from "#/components/ui/explanation.tsx";
import type { Explanation as Counting } from "#/lib/calendar/explain.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ClockName } from "#/lib/contract/clocks.ts";
import type { IfPaidToday } from "#/lib/contract/if-paid-today.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; dates: IfPaidToday; offerHref: string };

/** The course of a contract in five steps, with the dates that it has when the invoice is paid today. */
export function Path({ locale, dates, offerHref }: Props) {
  const t = translator(locale, "public");
  const { today, paidOn, invoice, access, act, silence } = dates;
  const counting = (name: ClockName, { counted, clause, length, start }: Counting) => ({
    locale,
    counted,
    rule: translator(locale, "contract")(`clock.${name}`, { length, start: formatDay(start) }),
    clause: { number: clause, href: `${offerHref}#${clause}` },
  });
  const now = (
    <>
      {t("path.today")}, <DateText day={today} />
    </>
  );
  return (
    <ol className="grid gap-y-6 lg:grid-cols-5 lg:gap-x-6">
      <Step number={1} title={t("path.order")} when={now}>
        {t("path.orderText")}
      </Step>
      <Step number={2} title={t("path.invoice")} when={<Deadline {...counting("invoice-validity", invoice)} />}>
        {t("path.invoiceText")}
      </Step>
      <Step number={3} title={t("path.payment")} when={paidOn === today ? now : <DateText day={paidOn} />}>
        {t("path.paymentText")}
        {paidOn !== today && ` ${t("path.paymentDayOff", { date: formatDay(paidOn) })}`}
      </Step>
      <Step number={4} title={t("path.access")} when={<Deadline {...counting("activation", access)} />}>
        {t("path.accessText")}
      </Step>
      <Step number={5} title={t("path.act")} when={<Deadline {...counting("act-sending", act)} />}>
        {t("path.actText", { date: formatDay(silence.counted.date) })}
        <Explanation {...counting("deemed-acceptance", silence)} />
      </Step>
    </ol>
  );
}

function Step(props: { number: number; title: string; when: ReactNode; children: ReactNode }) {
  const { number, title, when, children } = props;
  return (
    <li className="border-s-2 border-accent ps-4 lg:border-s-0 lg:border-t-2 lg:ps-0 lg:pt-4">
      <h3>
        <span className="num text-accent">{number}</span> {title}
      </h3>
      <div className="mt-1 font-medium">{when}</div>
      <div className="mt-2 text-muted text-sm">{children}</div>
    </li>
  );
}
