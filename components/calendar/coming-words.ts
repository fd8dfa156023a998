import { formatDay } from "#/lib/calendar/format.ts";
import type { ComingDate } from "#/lib/contract/coming-dates.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** «Счёт 26-000145-7 действует до этого дня» */
export const comingTitle = ({ kind, number, portals }: ComingDate, locale: Locale): string =>
  translator(locale, "dates")(`event.${kind}`, { number: number ?? "", portals: portals.join(", ") });

const CLOCK = {
  invoice: "invoice-validity",
  access: "activation",
  "act-answer": "answer",
  "act-silence": "deemed-acceptance",
} as const;
const RULE = { "safe-payment": "last-safe-payment", "subscription-end": "subscription-end" } as const;

/** One sentence that says how the date was counted. */
export function comingRule({ kind, explanation: { length, start } }: ComingDate, locale: Locale): string {
  const params = { length, start: formatDay(start) };
  if (kind === "safe-payment" || kind === "subscription-end")
    return translator(locale, "dates")(`rule.${RULE[kind]}`, params);
  const said = translator(locale, "contract")(`clock.${CLOCK[kind]}`, params);
  return said.endsWith(".") ? said : `${said}.`;
}
