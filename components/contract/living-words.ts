import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ClockName } from "#/lib/contract/clocks.ts";
import type { ContractEvent } from "#/lib/contract/contract.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import type { LivingNote } from "#/lib/contract/living.ts";
import type { Spent } from "#/lib/contract/living-term.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { TimelineCode } from "./words.ts";

/** What a note says was done, runs or will come. */
export function titleOfNote({ code, params }: LivingNote, locale: Locale): string {
  const t = translator(locale, "contract");
  if (code.of === "clock") return t(`clockName.${code.name as ClockName}`);
  if (code.of === "timeline") return t(`timeline.${code.name as TimelineCode}`, params as Record<string, string>);
  return t(`step.${code.name as ContractEvent["step"]}`);
}

/** The number or the portal that it is about, and of an open thing what it waits for. */
export function aboutNote({ code, params, on, state }: LivingNote, locale: Locale): string | null {
  const t = translator(locale, "contract");
  const day = (name: string) => formatDay(params[name] as Day);
  if (code.of === "step") {
    if (params.number) return translator(locale, "living")("number", { number: String(params.number) });
    return params.portal ? String(params.portal) : null;
  }
  if (code.name === "force-majeure")
    return `${t(`forceMajeure.kind.${params.kind as ForceMajeureKind}`)}, ${t("note.period", { from: day("from"), to: day("to") })}`;
  if (code.name === "edition-open") return t("note.editionOpen", { until: day("until") });
  if (code.name === "activate") return t("note.portals", { portals: String(params.portals) });
  return code.name === "period" && on && state !== "done" ? t("note.until", { date: formatDay(on) }) : null;
}

/** «13-й рабочий день из 15»; of a term that runs, the same for today. A term of another clause says of which. */
export function spentWords({ spent, state, clock, clause }: LivingNote, locale: Locale): string | null {
  if (!spent || !clock) return null;
  const words = placeWords(spent, state === "done" ? "spent" : "today", locale);
  return clock.clause === clause
    ? words
    : `${words} (${translator(locale, "common")("clause", { clause: clock.clause })})`;
}

function placeWords({ place, nth, length, late, unit }: Spent, room: "spent" | "today", locale: Locale): string {
  const t = translator(locale, "living");
  if (place === "before") return t(`${room}.before`);
  if (place === "after") return t(`${room}.after`, { late });
  return t(`${room}.${unit}.${place}`, { nth, length });
}
