import { Fragment, type ReactNode } from "react";

import type { Segment } from "#/lib/editions/diff/model.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** Marked words. Who hears the page hears where a change begins and ends, for colour and line are silent. */
function Marked({ segment, locale }: { segment: Segment; locale: Locale }): ReactNode {
  const t = translator(locale, "diff");
  const said = (text: string) => (
    <span className="sr-only" lang={locale}>
      {" "}
      {text}{" "}
    </span>
  );
  const { mark, text } = segment;
  if (mark === "same") return text;
  if (mark === "ref")
    return (
      <span className="ref">
        {text}
        {said(`(${t("page.ref", { was: segment.was })})`)}
      </span>
    );
  const Tag = mark;
  return (
    <Tag>
      {said(t(mark === "ins" ? "page.insStart" : "page.delStart"))}
      {text}
      {said(`(${t("page.markEnd")})`)}
    </Tag>
  );
}

/** A clause's lines with their marks; the first line of a headed clause is its heading. */
export function DiffWords({ segments, locale, headed }: { segments: Segment[]; locale: Locale; headed: boolean }) {
  return linesOf(segments).map((line, at) => {
    const Line = headed && at === 0 ? "h3" : "p";
    return (
      // biome-ignore lint/suspicious/noArrayIndexKey: the lines of a published text never change their order
      <Line key={at}>
        {line.map((segment, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: nor do their words
          <Fragment key={place}>
            <Marked segment={segment} locale={locale} />
          </Fragment>
        ))}
      </Line>
    );
  });
}

/** Segments cut at their line breaks. */
function linesOf(segments: readonly Segment[]): Segment[][] {
  const lines: Segment[][] = [[]];
  for (const segment of segments) {
    for (const [at, text] of segment.text.split("\n").entries()) {
      if (at > 0) lines.push([]);
      if (text !== "") lines.at(-1)?.push({ ...segment, text });
    }
  }
  return lines.filter((line) => line.length > 0);
}
