import type { Day } from "#/lib/calendar/day.ts";
import { formatDay } from "#/lib/calendar/format.ts";
import type { Fact, MailBody, MailWords } from "../body.ts";
import { DIGEST_GROUPS, type DigestLine } from "../digest.ts";

export type DigestData = { path: string; day: Day; lines: DigestLine[] };

/** The morning of a colleague: what is late, what ends today, what waits, each with its queue. */
export const digest = (t: MailWords, { path, day, lines }: DigestData): MailBody => {
  const counts = DIGEST_GROUPS.map((group) => ({
    group,
    count: lines.reduce((sum, line) => sum + (line.group === group ? line.count : 0), 0),
  })).filter(({ count }) => count > 0);
  const summary = counts.map(({ group, count }) => t(`digest.sum.${group}`, { count })).join(", ");
  return {
    subject: t("digest.subject", { date: formatDay(day), summary }),
    paragraphs: [t("digest.text", { date: formatDay(day) })],
    facts: lines.map(
      ({ group, figure, count, path: queue }): Fact => [
        t(`digest.group.${group}`),
        t(`digest.figure.${figure}`, { count }),
        queue,
      ],
    ),
    action: { label: t("digest.action"), path },
  };
};
