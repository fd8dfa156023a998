import type { DiffRow, Side } from "#/lib/editions/diff/model.ts";
import { newText } from "#/lib/editions/diff/model.ts";
import { nameOf } from "#/lib/editions/diff/summary.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DiffWords } from "./diff-words.tsx";

type Props = { row: DiffRow; locale: Locale; language: string };

/**
 * A changed clause: both texts side by side where there is room, else (and on paper) the new one with the old words struck
 * out in it. One set of marks serves both: each column hides what is not its own.
 */
export function DiffClause({ row, locale, language }: Props) {
  const t = translator(locale, "diff");
  const { old, new: fresh } = row;
  const shown = fresh.length > 0 ? fresh : old;
  const column = (sides: Side[], own: "old" | "new") => (
    <div className={own} lang={language}>
      <span className="sr-only" lang={locale}>
        {t(own === "old" ? "page.was" : "page.now")}:
      </span>
      {sides.map((side) => (
        <div key={side.id}>
          {sides.length > 1 && <span className="number">{side.number}</span>}
          <DiffWords segments={side.segments} locale={locale} headed={side.headed} />
        </div>
      ))}
    </div>
  );
  return (
    <section className="diff-row" id={shown[0]?.id} aria-labelledby={`what-${shown[0]?.id}`}>
      <p className="what" id={`what-${shown[0]?.id}`}>
        <a className="number" href={`#${shown[0]?.id}`}>
          {title(shown, locale)}
        </a>{" "}
        <span className="text-muted">{whatHappened(row, locale).join(", ")}</span>
      </p>
      {old.length > 0 && column(old, "old")}
      {fresh.length > 0 && column(fresh, "new")}
    </section>
  );
}

const title = (sides: readonly Side[], locale: Locale): string =>
  sides
    .map(({ number, headed, segments, id }) => {
      if (number !== null) return number;
      return headed
        ? newText(segments).split("\n", 1)[0]
        : id === "preamble"
          ? translator(locale, "diff")("page.preamble")
          : id;
    })
    .join(", ");

/** «изменён, был 3.5»: what became of the clause, in a few words. */
function whatHappened({ old, new: fresh, text, place }: DiffRow, locale: Locale): string[] {
  const t = translator(locale, "diff");
  const from = new Intl.ListFormat(locale).format(old.map(nameOf));
  if (fresh.length > 1) return [t("page.kind.split", { from })];
  if (old.length > 1) return [t("page.kind.merged", { from })];
  const words = text === "same" ? [] : [t(`page.kind.${text}`)];
  if (place === "same") return words;
  const moved = place === "moved" ? (from === nameOf(fresh[0]!) ? "reordered" : "moved") : "renumbered";
  return [...words, t(`page.kind.${moved}`, { from })];
}
