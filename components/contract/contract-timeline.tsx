import type { ReactNode } from "react";
import { Deadline } from "#/components/ui/deadline.tsx";
import type { FileRef } from "#/components/ui/file-link.tsx";
import { Timeline, type TimelineRow } from "#/components/ui/timeline.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Contract, Given, MoneyOutcome } from "#/lib/contract/contract.ts";
import type { ForceMajeureKind } from "#/lib/contract/force-majeure.ts";
import { type Paper, type TimelineEntry, timelineOf } from "#/lib/contract/timeline.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { formatMoney } from "#/lib/money/kopecks.ts";
import { paperHref } from "./paper-href.ts";
import { clauseRef, OFFER_HREF, ruleOf, type TimelineCode } from "./words.ts";

type Props = { locale: Locale; contract: Contract; given: Given; offerHref?: string };

/** Every step done and to come with its clause, date, papers and the arithmetic of each deadline. */
export function ContractTimeline({ locale, contract, given, offerHref = OFFER_HREF }: Props) {
  const rows = timelineOf(contract, given).map((entry) => rowOf(entry, locale, offerHref));
  return <Timeline locale={locale} rows={rows} />;
}

function rowOf(entry: TimelineEntry, locale: Locale, offerHref: string): TimelineRow {
  const t = translator(locale, "contract");
  const [only, ...others] = entry.clocks;
  return {
    key: entry.key,
    state: entry.state,
    title: t(`timeline.${entry.code as TimelineCode}`, {
      ...(entry.params as Record<string, string>),
      ...(isRefund(entry.code) ? { sum: money(entry.params.sum) } : {}),
    }),
    day: entry.code === "period" ? null : entry.on,
    due: only && others.length === 0 ? { counted: only.explanation.counted, rule: ruleOf(only, locale) } : null,
    clause: clauseRef(entry.clause, offerHref),
    note: entry.word ? (
      <WordNote entry={entry} locale={locale} offerHref={offerHref} />
    ) : (
      noteOf(entry, locale, offerHref)
    ),
    files: entry.papers.map((paper) => fileOf(paper, locale)),
  };
}

/** What staff did on the customer's word says so, whatever else there is to say. */
function WordNote({ entry, locale, offerHref }: { entry: TimelineEntry; locale: Locale; offerHref: string }) {
  const t = translator(locale, "contract");
  const note = noteOf(entry, locale, offerHref);
  const { how, reason, by } = entry.word!;
  return (
    <>
      {note && <span className="block">{note}</span>}
      <span className="block">{t("note.behalf", { how: t(`behalf.${how}`), reason, who: by })}</span>
    </>
  );
}

/** Two clocks race on one act (3.6/3.7 and 3.8): both are shown, each with its own count. */
function noteOf({ code, params, on, clocks }: TimelineEntry, locale: Locale, offerHref: string): ReactNode {
  const t = translator(locale, "contract");
  const day = (name: string) => formatDay(params[name] as Day);
  if (clocks.length > 1)
    return (
      <ul className="grid gap-1">
        {clocks.map((clock) => (
          <li key={clock.name}>
            {t(`clockName.${clock.name}`)}:{" "}
            <Deadline
              locale={locale}
              counted={clock.explanation.counted}
              rule={ruleOf(clock, locale)}
              clause={clauseRef(clock.clause, offerHref)}
            />
          </li>
        ))}
      </ul>
    );
  if (code === "pay" && params.paid) return t("note.part", { paid: money(params.paid), due: money(params.due) });
  if (code === "paid" && params.paidOn)
    return t("note.paidOn", { paidOn: day("paidOn"), creditedOn: day("creditedOn") });
  if (code === "activated" && params.from) return t("note.period", { from: day("from"), to: day("to") });
  if (code === "activate") return t("note.portals", { portals: String(params.portals) });
  if (code === "act-sent" && params.reference)
    return t(params.channel === "edi" ? "note.edi" : "note.post", { reference: String(params.reference) });
  if (code === "terminated-early") return t("note.terminatedEarly");
  if (code.startsWith("force-majeure") && params.kind)
    return `${t(`forceMajeure.kind.${params.kind as ForceMajeureKind}`)}, ${t("note.period", { from: day("from"), to: day("to") })}`;
  if (code === "edition-open") return t("note.editionOpen", { until: day("until") });
  if (code === "edition-refused")
    return params.answer
      ? t("note.editionAnswer", { on: day("answeredOn"), answer: String(params.answer) })
      : t("note.editionRefused");
  if (code === "edition-silent") return t("note.editionSilent", { until: day("until") });
  if (code === "assignment-refused") return t("note.assignment");
  if (code === "money-settled" && params.outcome)
    return t("note.money", {
      outcome: t(`moneyOutcome.${params.outcome as MoneyOutcome}`),
      reason: String(params.reason),
    });
  if (code === "activation-corrected" && params.from)
    return t("note.corrected", {
      ...{ wasFrom: day("wasFrom"), wasTo: day("wasTo"), from: day("from"), to: day("to") },
      reason: String(params.reason),
    });
  if ((isRefund(code) && params.reason) || code === "act-refused" || code === "activation-refused")
    return t("note.reason", { reason: String(params.reason) });
  if (code === "period" && on) return t("note.until", { date: formatDay(on) });
  return null;
}

const isRefund = (code: string) => code === "to-return" || code.startsWith("refund-");
const money = (kopecks: string | number | undefined) => formatMoney(BigInt(kopecks ?? 0));

const fileOf = (paper: Paper, locale: Locale): FileRef => ({
  href: paperHref(paper),
  title: translator(locale, "contract")(`paper.${paper.kind}`, { number: paper.number ?? "" }),
  kind: paper.kind === "invoice" || paper.kind === "act" || paper.kind === "deemed-protocol" ? "PDF" : undefined,
});
