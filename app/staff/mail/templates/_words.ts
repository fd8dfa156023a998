import "server-only";

import { LIFE, type Step } from "#/lib/contract/machine.ts";
import type { TemplateFacts } from "#/lib/mail/catalogue.ts";
import type { Kind } from "#/lib/mail/kinds.ts";
import type { Locale } from "#/lib/messages/locales.ts";
import { translator } from "#/lib/messages/messages.ts";

export const PATH = "/staff/mail/templates";

/** The catalogue in words: whom a letter goes to, of which kind it is, what it follows and what it rests on. */
export function inWords({ to, events, clauses, legal }: TemplateFacts, locale: Locale) {
  const t = translator(locale, "letters");
  const staff = translator(locale, "staff");
  const recipients = {
    customer: () => t("side.customer"),
    staff: () => (to.side === "staff" ? to.roles.map((role) => staff(`role.${role}`)).join(", ") : ""),
    person: () => t("side.person"),
  };
  const notices = translator(locale, "notices");
  // The reminders are six kinds of one letter.
  const kindOf = ([kind, ...more]: readonly Kind[]) =>
    kind && more.length === 0 ? notices(`kind.${kind}`) : t("after.reminder");
  return {
    to: recipients[to.side](),
    kind: to.side === "customer" ? kindOf(to.kinds) : t(to.side === "staff" ? "work" : "account"),
    events: events.map((event) => (event in LIFE ? staff(`step.${event as Step}`) : t(`after.${event as HouseWord}`))),
    clauses: clauses.map((clause) => staff("clause", { clause })),
    duty: to.side === "customer" ? t(legal ? "legal" : "courtesy") : t("none"),
  };
}

type HouseWord = Exclude<TemplateFacts["events"][number], Step>;
