import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import type { Fact, MailBody, MailWords } from "../body.ts";
import { portalsOf } from "./invoice.ts";

export type ForceMajeureData = {
  path: string;
  number: string;
  portals: string[];
  customer: string;
  kind: ForceMajeureKind;
  from: Day;
  to: Day | null;
  expectedTo: Day;
  moved: { clause: string; from: Day; to: Day }[];
};

/** 5.2, 5.3: a circumstance began, and what it moves. */
export const forceMajeure =
  (side: "customer" | "staff") =>
  (t: MailWords, data: ForceMajeureData): MailBody => ({
    subject: t(`${side}.forceMajeure.subject`, { number: data.number }),
    paragraphs: [t(`${side}.forceMajeure.text`)],
    facts: [...(side === "staff" ? [[t("facts.customer"), data.customer] as Fact] : []), ...factsOf(t, data)],
    action: { label: t(`${side}.forceMajeure.action`), path: data.path },
  });

export const forceMajeureEnded = (t: MailWords, data: ForceMajeureData): MailBody => ({
  subject: t("customer.forceMajeureEnded.subject", { number: data.number }),
  paragraphs: [t("customer.forceMajeureEnded.text")],
  facts: factsOf(t, data),
  action: { label: t("customer.forceMajeureEnded.action"), path: data.path },
});

function factsOf(t: MailWords, { portals, kind, from, to, expectedTo, moved }: ForceMajeureData): Fact[] {
  const period = to
    ? t("documents.forceMajeureEnded", { from: formatDay(from), to: formatDay(to) })
    : t("documents.forceMajeureOpen", { from: formatDay(from), to: formatDay(expectedTo) });
  return [
    ...portalsOf(t, portals),
    [t("facts.circumstance"), `${t(`forceMajeureKind.${kind}`)}, ${period}`],
    ...moved.map(
      (one): Fact => [
        t("facts.shifted"),
        t("documents.shifted", { from: formatDay(one.from), to: formatDay(one.to), clause: one.clause }),
      ],
    ),
  ];
}
