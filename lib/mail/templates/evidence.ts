import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { MailBody, MailWords } from "../body.ts";

export type HeadData = { path: string; day: Day; entries: number; seq: number; root: string };

/** 6.7: the head of a finished day leaves the house, so that the house cannot change what led to it. */
export const head = (t: MailWords, { path, day, entries, seq, root }: HeadData): MailBody => ({
  subject: t("evidenceHead.subject", { date: formatDay(day) }),
  paragraphs: [t("evidenceHead.text")],
  facts: [
    [t("evidenceHead.day"), formatDay(day)],
    [t("evidenceHead.entries"), String(entries)],
    [t("evidenceHead.seq"), String(seq)],
    [t("evidenceHead.root"), root],
  ],
  action: { label: t("evidenceHead.action"), path },
});
