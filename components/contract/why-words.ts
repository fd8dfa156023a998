import { formatDay } from "#/lib/calendar/format.ts";
import type { Step } from "#/lib/contract/machine.ts";
import type { RolesThen, StepWhy } from "#/lib/contract/why.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { sidesText, stepName } from "./words.ts";

export type Refused = Extract<StepWhy, { allowed: false }>;

/** A refusal in two or three sentences, for a list of many and for the command line. */
export function whyText(why: Refused, locale: Locale): string {
  const t = translator(locale, "why");
  return [t(`reason.${why.reason}`), why.since && sinceText(why.since, locale), outlookText(why, locale)]
    .filter(Boolean)
    .join(" ");
}

export function sinceText({ on, by, wasOpen }: NonNullable<Refused["since"]>, locale: Locale): string {
  const t = translator(locale, "why");
  const day = formatDay(on);
  if (by === null) return t("closedByTime", { on: day });
  return t(wasOpen ? "closed" : "neverOpen", { on: day, by: stepName(by as Step, locale) });
}

export function outlookText({ outlook, by }: Refused, locale: Locale): string {
  const t = translator(locale, "why");
  if (outlook.kind === "from") return t("from", { on: formatDay(outlook.on) });
  if (outlook.kind === "others")
    return t("others", { who: outlook.roles ? rolesText(outlook.roles, locale) : sidesText(by, locale) });
  if (outlook.kind === "publication") return t("publication");
  if (outlook.kind === "never") return t("never");
  const steps = outlook.steps.map((step) => `«${stepName(step, locale)}»`).join(" → ");
  return t("after", { count: outlook.steps.length, steps });
}

function rolesText(roles: RolesThen, locale: Locale): string {
  const [staff, cabinet] = [translator(locale, "staff"), translator(locale, "cabinet")];
  const names =
    "staff" in roles
      ? roles.staff.map((role) => staff(`role.${role}`))
      : roles.customer.map((role) => cabinet(`people.roles.${role}`).toLowerCase());
  return names.join(", ");
}
