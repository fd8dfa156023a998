import type { ReactNode } from "react";

import type { Counted } from "#/lib/calendar/count.ts";
import type { Day } from "#/lib/calendar/day.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DateText } from "./date-text.tsx";
import { Deadline } from "./deadline.tsx";
import type { ClauseRef } from "./explanation.tsx";
import { FileLink, type FileRef } from "./file-link.tsx";
import { Mark, type Tone } from "./tone.tsx";

export type TimelineRow = {
  key: string;
  state: "done" | "running" | "to-come" | "late" | "skipped";
  title: string;
  /** The day it was done, or is expected. */
  day?: Day | null;
  /** A term with its explanation: shown as «до 11.05.2026 ?» in place of the day. */
  due?: { counted: Counted; rule: string } | null;
  clause?: ClauseRef;
  who?: ReactNode;
  note?: ReactNode;
  files?: readonly FileRef[];
};

const MARK = { done: "done", running: "running", "to-come": "neutral", late: "late", skipped: "skipped" } as const;
const TONE: Record<TimelineRow["state"], Tone> = {
  done: "done",
  running: "running",
  "to-come": "neutral",
  late: "late",
  skipped: "neutral",
};
const WORD = { done: "done", running: "running", "to-come": "toCome", late: "late", skipped: "skipped" } as const;

/** The course of a contract: what was done, what is on, what is to come; each with date, clause, who and documents. */
export function Timeline({ locale, rows, label }: { locale: Locale; rows: readonly TimelineRow[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label ?? translator(locale, "common")("timeline.label")}>
      {rows.map((row) => (
        <Row key={row.key} row={row} locale={locale} />
      ))}
    </ol>
  );
}

function Row({ row, locale }: { row: TimelineRow; locale: Locale }) {
  const t = translator(locale, "common");
  return (
    <li data-state={row.state} aria-current={row.state === "running" ? "step" : undefined}>
      <span className={`node tone-${TONE[row.state]}`}>
        <Mark tone={MARK[row.state]} />
        <span className="sr-only">{t(`timeline.${WORD[row.state]}`)}</span>
      </span>
      <div className="body">
        <div className="when">
          {row.due ? (
            <Deadline locale={locale} {...row.due} clause={row.clause} />
          ) : (
            row.day && <DateText day={row.day} />
          )}
        </div>
        <div className="what">{row.title}</div>
        {row.clause && (
          <a className="clause link text-sm" href={row.clause.href}>
            {t("clause", { clause: row.clause.number })}
          </a>
        )}
        <div className="more">
          {row.who && <p>{row.who}</p>}
          {row.note && <div>{row.note}</div>}
          {row.files && row.files.length > 0 && (
            <ul className="files">
              {row.files.map((file) => (
                <li key={`${file.title} ${file.href}`}>
                  <FileLink locale={locale} {...file} />
                </li>
              ))}
            </ul>
          )}
        </div>
      </div>
    </li>
  );
}
