import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { KeptKind } from "#/lib/privacy/holdings.ts";
import type { MailBody, MailWords } from "../body.ts";

type Asked = { path: string; askedOn: Day; due: Day };

/** 99-З, art. 13: the demand is registered; both sides are told the last day of the fifteen. */
export const erasureAsked =
  (side: "customer" | "staff") =>
  (t: MailWords, { path, askedOn, due }: Asked): MailBody => ({
    subject: t(`${side}.erasureAsked.subject`, { date: formatDay(due) }),
    paragraphs: [t(`${side}.erasureAsked.text`)],
    facts: [
      [t("facts.askedOn"), formatDay(askedOn)],
      [t("facts.answerBy"), t("documents.erasureTerm", { date: formatDay(due) })],
    ],
    action: { label: t(`${side}.erasureAsked.action`), path },
  });

export const erasureRefused = (t: MailWords, { path, reason }: { path: string; reason: string }): MailBody => ({
  subject: t("customer.erasureRefused.subject"),
  paragraphs: [t("customer.erasureRefused.text"), t("customer.erasureRefused.appeal")],
  facts: [[t("facts.reason"), reason]],
  action: { label: t("customer.erasureRefused.action"), path },
});

/** The last letter to this address. */
export const erasureDone = (
  t: MailWords,
  { path, on, kept }: { path: string; on: Day; kept: readonly KeptKind[] },
): MailBody => ({
  subject: t("customer.erasureDone.subject"),
  paragraphs: [
    t("customer.erasureDone.text", { date: formatDay(on) }),
    ...(kept.length > 0 ? [t("customer.erasureDone.kept")] : []),
    t("customer.erasureDone.last"),
  ],
  facts: kept.map((kind) => [t(`keptKind.${kind}`), t(`keptGround.${kind}`)]),
  action: { label: t("customer.erasureDone.action"), path },
});
