import { type Locale, translator } from "#/lib/messages/messages.ts";
import { clauseList, follows } from "./clause-list.ts";
import type { EditionDiff } from "./model.ts";
import { nameOf, summaryOf } from "./summary.ts";

type Way = { from: string; to: string };

/** What changed, as one would say it: «Изменены 3.5 и 6.2, добавлен 3.9, 4.1 перенесён в 4.2; 3.9–3.11 стали 3.10–3.12.» */
export function sentenceOf(diff: EditionDiff, locale: Locale): string {
  const t = translator(locale, "diff");
  const summary = summaryOf(diff);
  const sides = diff.rows.flatMap((row) => [...row.old, ...row.new]);
  const headings = new Map(
    sides.filter(({ number }) => number === null).map((side) => [nameOf(side), side.headed ? headingOf(side) : null]),
  );
  const list = (names: readonly string[]) => {
    const named = names.map((name) => {
      const heading = headings.get(name);
      return heading ? t("sentence.unnamed", { heading }) : name;
    });
    return clauseList(locale, named, (count) => t("sentence.more", { count }));
  };
  /** Text without a number and a heading is the introduction, and has a verb of its own. */
  const spoken = (names: readonly string[]) => names.filter((name) => headings.get(name) !== null);

  const split = new Set(summary.split.flatMap(({ to }) => to));
  const merged = new Set(summary.merged.flatMap(({ from, to }) => [...from, to]));
  const changed = summary.changed.filter((name) => !split.has(name) && !merged.has(name));
  const parts: string[] = [];
  const say = (key: "changed" | "added" | "removed", names: readonly string[]) => {
    if (names.length > 0) parts.push(t(`sentence.${key}`, { count: names.length, list: list(names) }));
  };
  if (summary.title) parts.push(t("sentence.title"));
  if ([...changed, ...summary.added, ...summary.removed].some((name) => headings.get(name) === null))
    parts.push(t("sentence.preamble"));
  say("changed", spoken(changed));
  say(
    "added",
    spoken(summary.added).filter((name) => !split.has(name)),
  );
  say(
    "removed",
    spoken(summary.removed).filter((name) => !merged.has(name)),
  );
  for (const { from, to } of summary.split) parts.push(t("sentence.split", { from, list: list(to) }));
  for (const { from, to } of summary.merged) parts.push(t("sentence.merged", { list: list(from), to }));
  const gaveWay = new Set(summary.renumbered.map(({ to }) => to));
  for (const { from, to } of summary.moved.filter((way) => !gaveWay.has(way.to)))
    parts.push(
      from === to
        ? t("sentence.reordered", { to: list([to]) })
        : t("sentence.moved", { from: list([from]), to: list([to]) }),
    );

  const noise = blocks(summary.renumbered).map(({ from, to }) =>
    t("sentence.renumbered", { count: from.length, from: span(from), to: span(to) }),
  );
  const { references } = summary;
  if (references.length > 0) noise.push(t("sentence.references", { count: references.length, list: list(references) }));
  const said = [parts.join(", "), noise.join(", ")].filter((part) => part !== "").join("; ");
  return said === "" ? t("sentence.none") : `${said.charAt(0).toLocaleUpperCase(locale)}${said.slice(1)}.`;
}

/** Neighbours that moved by the same step are told together; what moved only because its section did is not told. */
function blocks(ways: readonly Way[]): { from: string[]; to: string[] }[] {
  const told = new Map(ways.map(({ from, to }) => [from, to]));
  const above = (number: string) => number.slice(0, Math.max(0, number.lastIndexOf(".")));
  const last = (number: string) => number.slice(number.lastIndexOf(".") + 1);
  const found: { from: string[]; to: string[] }[] = [];
  for (const { from, to } of ways) {
    if (told.get(above(from)) === above(to) && above(from) !== above(to) && last(from) === last(to)) continue;
    const block = found.at(-1);
    if (block && follows(block.from.at(-1) ?? "", from) && follows(block.to.at(-1) ?? "", to)) {
      block.from.push(from);
      block.to.push(to);
    } else found.push({ from: [from], to: [to] });
  }
  return found;
}

const span = (numbers: readonly string[]): string =>
  numbers.length === 1 ? String(numbers[0]) : `${numbers[0]}–${numbers.at(-1)}`;

/** The first line of a headed clause. */
const headingOf = ({ segments }: { segments: { text: string }[] }): string =>
  segments
    .map(({ text }) => text)
    .join("")
    .split("\n", 1)[0] ?? "";
