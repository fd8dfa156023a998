import clsx from "clsx";
import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { Deadline } from "#/components/ui/deadline.tsx";
import { deadline } from "#/lib/calendar/explain.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Given } from "#/lib/contract/contract.ts";
import type { EditionBindings } from "#/lib/editions/bindings.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

type Props = { locale: Locale; given: Given; bindings: EditionBindings };

/** «Если оплатить сегодня»: the same count that the contract will make of a payment today (3.2, 3.5). */
export function OrderDates({ locale, given, bindings }: Props) {
  const t = translator(locale, "cabinet");
  const contract = translator(locale, "contract");
  const { calendar, today, settings } = given;
  const terms = [
    { code: "invoice-validity", clause: "3.2", length: settings.invoiceValidityWorkingDays },
    { code: "activation", clause: "3.5", length: bindings.activationWorkingDays },
    { code: "act-sending", clause: "3.5", length: bindings.actWorkingDays },
  ] as const;
  return (
    <div className="text-sm">
      <p className="text-muted">{t("order.today", { today: formatDay(today) })}</p>
      <ul className="mt-1 grid gap-1">
        {terms.map(({ code, clause, length }) => {
          const { explanation } = deadline(calendar, { code, clause, length, unit: "working-days" }, today);
          return (
            <li
              key={code}
              // The bar at the foot of a phone keeps the one date that is asked most.
              className={clsx("flex flex-wrap justify-between gap-x-3", code !== "activation" && "max-lg:hidden")}
            >
              {t(`order.dates.${code}`)}
              <Deadline
                locale={locale}
                counted={explanation.counted}
                rule={contract(`clock.${code}`, { length, start: formatDay(today) })}
                clause={clauseRef(clause, OFFER_HREF)}
              />
            </li>
          );
        })}
      </ul>
    </div>
  );
}
