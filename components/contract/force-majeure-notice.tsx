import type { ReactNode } from "react";
import { Deadline } from "#/components/ui/deadline.tsx";
import { FileLink } from "#/components/ui/file-link.tsx";
import { Notice } from "#/components/ui/notice.tsx";
import { formatDay } from "#/lib/calendar/format.ts";
import { clocksOf } from "#/lib/contract/clocks.ts";
import type { Contract, Given } from "#/lib/contract/contract.ts";
import { affecting, type ForceMajeureCase, withdrawalFrom } from "#/lib/contract/force-majeure.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { clauseRef, OFFER_HREF, ruleOf } from "./words.ts";

type Props = { locale: Locale; contract: Contract; given: Given; offerHref?: string };

/** 5.1–5.4 on one contract: what was declared, what it puts off with the count of each date, and when either side may withdraw. */
export function ForceMajeureNotice({ locale, contract, given, offerHref = OFFER_HREF }: Props) {
  const t = translator(locale, "contract");
  const { forceMajeure, acceptedOn } = contract;
  const touching = affecting(forceMajeure, acceptedOn);
  const lasting = forceMajeure.filter(({ to }) => to === null || to >= given.today);
  const clocks = clocksOf(contract, given).filter(({ shifts, state }) => shifts.length > 0 && state !== "stopped");
  const shown = forceMajeure.filter((one) => touching.includes(one) || (acceptedOn && lasting.includes(one)));
  if (shown.length === 0) return null;
  return (
    <div className="mt-4">
      <Notice tone={lasting.length > 0 ? "needs" : "neutral"} title={t("forceMajeure.title")}>
        <ul className="grid gap-1">
          {shown.map((one) => (
            <li key={one.id}>
              {caseOf(one, locale)} {one.late && t("forceMajeure.late", { on: formatDay(one.declaredOn) })}{" "}
              {touching.includes(one) ? withdrawal(one, { locale, contract, given }) : t("forceMajeure.before")}
              {touching.includes(one) && contract.invoices.length > 0 && (
                <span className="block">
                  <FileLink
                    locale={locale}
                    href={`/api/contracts/${contract.id}/force-majeure/${one.id}`}
                    title={t("forceMajeure.notice")}
                    kind="PDF"
                  />
                </span>
              )}
            </li>
          ))}
          {clocks.map((clock) => (
            <li key={clock.name}>
              {t("forceMajeure.shifted", { clock: t(`clockName.${clock.name}`) })},{" "}
              <Deadline
                locale={locale}
                counted={clock.explanation.counted}
                rule={ruleOf(clock, locale)}
                clause={clauseRef(clock.clause, offerHref)}
              />
            </li>
          ))}
        </ul>
      </Notice>
    </div>
  );
}

function caseOf({ kind, from, to, expectedTo, declaredBy }: ForceMajeureCase, locale: Locale): string {
  const t = translator(locale, "contract");
  return `${t(to ? "forceMajeure.ended" : "forceMajeure.open", {
    kind: t(`forceMajeure.kind.${kind}`),
    from: formatDay(from),
    to: formatDay(to ?? expectedTo),
    by: t(`forceMajeure.${declaredBy}`),
  })}.`;
}

/** The day of 5.4 is told ahead, for as long as the circumstance and the contract last. */
function withdrawal(one: ForceMajeureCase, { locale, contract, given }: Props): ReactNode {
  const over = contract.stage !== "concluded" && contract.stage !== "active";
  if (over || (one.to !== null && one.to < given.today)) return null;
  const from = withdrawalFrom(one, contract.bindings.forceMajeureMonths);
  const t = translator(locale, "contract");
  return t(from <= given.today ? "forceMajeure.mayWithdraw" : "forceMajeure.withdraw", { on: formatDay(from) });
}
