import { STAFF_ROLES, type StaffRole } from "#/lib/access/actor.ts";
import type { ContractEvent } from "#/lib/contract/contract.ts";
import { clauseOf, LIFE, type Step } from "#/lib/contract/machine.ts";
import { KINDS, type Kind } from "./kinds.ts";
import type { ContractTemplate } from "./notice-data.ts";
import { NOTICES } from "./notices.ts";
import { TEMPLATE_NAMES, type Template } from "./templates.ts";

/** What happens before a letter is written, besides the steps of a contract. */
export const HOUSE_EVENTS = [
  "reminder",
  "day-sealed",
  "working-morning",
  "books-differ",
  "sign-up",
  "forgotten-password",
  "member-invited",
  "colleague-invited",
  "sign-up-again",
  "password-changed",
  "new-device",
  "requisites-by-hand",
  "edition-published",
  "erasure-asked",
  "erasure-answered",
  "reconciliation-moved",
  "month-over",
  "refund-moved",
] as const;
export type HouseEvent = (typeof HOUSE_EVENTS)[number];

type Audience =
  | { side: "customer"; kinds: readonly Kind[] }
  | { side: "staff"; roles: readonly StaffRole[] }
  /** One person about their own account. */
  | { side: "person" };

export type TemplateFacts = {
  to: Audience;
  events: readonly (ContractEvent["step"] | HouseEvent)[];
  clauses: readonly string[];
  /** By the contract the seller must be able to prove it: whoever gets it by their role cannot switch it off. */
  legal: boolean;
};

const REMINDERS = (Object.keys(KINDS) as Kind[]).filter((kind) => kind.startsWith("reminder-"));
const reconciliation = { events: ["reconciliation-moved"], clauses: [], legal: false } as const;
const person = (event: HouseEvent): TemplateFacts => ({
  to: { side: "person" },
  events: [event],
  clauses: [],
  legal: false,
});

const OF_THE_HOUSE: Record<Exclude<Template, ContractTemplate>, TemplateFacts> = {
  "subscription-ends": {
    to: { side: "customer", kinds: REMINDERS },
    events: ["reminder"],
    clauses: ["6.1"],
    legal: false,
  },
  "requisites-entered": {
    to: { side: "customer", kinds: ["requisites"] },
    events: ["requisites-by-hand"],
    clauses: ["7.1"],
    legal: true,
  },
  "edition-published": {
    to: { side: "customer", kinds: ["edition"] },
    events: ["edition-published"],
    clauses: ["6.2"],
    legal: true,
  },
  "document-published": {
    to: { side: "customer", kinds: ["document"] },
    events: ["edition-published"],
    clauses: [],
    legal: false,
  },
  "reconciliation-drawn": { to: { side: "customer", kinds: ["reconciliation"] }, ...reconciliation },
  "reconciliation-answered": { to: { side: "customer", kinds: ["reconciliation"] }, ...reconciliation },
  "reconciliation-agreed": { to: { side: "customer", kinds: ["reconciliation"] }, ...reconciliation },
  "staff-reconciliation-disputed": { to: { side: "staff", roles: ["accountant"] }, ...reconciliation },
  "staff-reconciliation-agreed": { to: { side: "staff", roles: ["accountant"] }, ...reconciliation },
  "month-pack": { to: { side: "customer", kinds: ["month-pack"] }, events: ["month-over"], clauses: [], legal: false },
  "evidence-head": {
    to: { side: "staff", roles: ["lawyer"] },
    events: ["day-sealed"],
    clauses: ["6.7"],
    legal: false,
  },
  "staff-books-alarm": {
    to: { side: "staff", roles: ["accountant", "director"] },
    events: ["books-differ"],
    clauses: [],
    legal: false,
  },
  "staff-digest": { to: { side: "staff", roles: STAFF_ROLES }, events: ["working-morning"], clauses: [], legal: false },
  refund: {
    to: { side: "customer", kinds: ["allocation"] },
    events: ["refund-moved"],
    clauses: ["3.4", "4.4.2"],
    legal: true,
  },
  "staff-refund": {
    to: { side: "staff", roles: ["lawyer", "accountant", "director"] },
    events: ["refund-moved"],
    clauses: ["3.4", "4.4.2"],
    legal: false,
  },
  "confirm-email": person("sign-up"),
  "reset-password": person("forgotten-password"),
  invitation: person("member-invited"),
  "staff-invitation": person("colleague-invited"),
  "already-registered": person("sign-up-again"),
  "password-changed": person("password-changed"),
  "new-device": person("new-device"),
  "erasure-asked": person("erasure-asked"),
  "erasure-refused": person("erasure-answered"),
  "erasure-done": person("erasure-answered"),
  "staff-erasure-asked": {
    to: { side: "staff", roles: ["lawyer"] },
    events: ["erasure-asked"],
    clauses: [],
    legal: false,
  },
};

/** To whom, after what and by which clauses a letter is written: read from the table of notices, so that it cannot drift. */
export function factsOf(template: Template): TemplateFacts {
  if (Object.hasOwn(OF_THE_HOUSE, template)) return OF_THE_HOUSE[template as keyof typeof OF_THE_HOUSE];
  const notices = (Object.keys(NOTICES) as ContractEvent["step"][]).flatMap((step) =>
    NOTICES[step].filter((notice) => notice.template === template).map(({ to }) => ({ step, to })),
  );
  const kinds = unique(notices.flatMap(({ to }) => (to.side === "customer" ? [to.kind] : [])));
  const roles = unique(notices.flatMap(({ to }) => (to.side === "staff" ? to.roles : [])));
  const steps = unique(notices.map(({ step }) => step));
  const byKind = kinds.flatMap((kind) => KINDS[kind].clauses ?? []);
  const byStep = steps.flatMap((step) => (step in LIFE ? [clauseOf(step as Step)] : []));
  return {
    to: kinds.length > 0 ? { side: "customer", kinds } : { side: "staff", roles },
    events: steps,
    clauses: unique(byStep.length > 0 ? byStep : byKind),
    legal: byKind.length > 0,
  };
}

export const CATALOGUE = TEMPLATE_NAMES.map((name) => ({ name, ...factsOf(name) }));

function unique<T>(all: readonly T[]): T[] {
  return [...new Set(all)];
}
