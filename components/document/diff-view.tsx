import { clauseList } from "#/lib/editions/diff/clause-list.ts";
import { partsOf } from "#/lib/editions/diff/fold.ts";
import type { DiffRow, EditionDiff, Side } from "#/lib/editions/diff/model.ts";
import { isEmpty } from "#/lib/editions/diff/summary.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import { DiffClause } from "./diff-row.tsx";
import { DiffWords } from "./diff-words.tsx";

type Props = { diff: EditionDiff; locale: Locale /** Of the texts. */; language: string };

/** Two editions clause by clause; what did not change is folded and opens without scripts. */
export function DiffView({ diff, locale, language }: Props) {
  const t = translator(locale, "diff");
  const titleChanged = diff.title.some(({ mark }) => mark !== "same");
  return (
    <div className="diff">
      {!isEmpty(diff) && (
        <>
          <p className="diff-legend">{t("page.legend")}</p>
          <div className="diff-head" aria-hidden="true">
            <span>{t("page.was")}</span>
            <span>{t("page.now")}</span>
          </div>
        </>
      )}
      {titleChanged && (
        <div className="diff-title" lang={language}>
          <DiffWords segments={diff.title} locale={locale} headed={false} />
        </div>
      )}
      {partsOf(diff.rows).map((part) => {
        if (part.kind === "row")
          return <DiffClause key={keyOf(part.row)} row={part.row} locale={locale} language={language} />;
        if (part.kind === "heading") {
          const [side] = part.row.new;
          return (
            <h2 key={keyOf(part.row)} lang={language}>
              {side?.number !== null && `${side?.number}. `}
              {
                side?.segments
                  .map(({ text }) => text)
                  .join("")
                  .split("\n", 1)[0]
              }
            </h2>
          );
        }
        const list = (sides: (Side | undefined)[]) => namesOf(sides, locale);
        return (
          <details key={keyOf(part.rows[0]!)} className="fold">
            <summary>
              {part.kind === "same"
                ? t("page.same", { list: list(part.rows.map((row) => row.new[0])) })
                : t("page.renumbered", {
                    to: list(part.rows.map((row) => row.new[0])),
                    from: list(part.rows.map((row) => row.old[0])),
                  })}
            </summary>
            <div lang={language}>
              {part.rows.map((row) => (
                <Folded key={keyOf(row)} side={row.new[0]!} locale={locale} />
              ))}
            </div>
          </details>
        );
      })}
    </div>
  );
}

const keyOf = ({ old, new: fresh }: DiffRow): string => `${old[0]?.id ?? ""}>${fresh[0]?.id ?? ""}`;

function Folded({ side, locale }: { side: Side; locale: Locale }) {
  return (
    <div className="folded" id={side.id}>
      <span className="number">{side.number}</span>
      <div>
        <DiffWords segments={side.segments} locale={locale} headed={side.headed} />
      </div>
    </div>
  );
}

/** «1.1–1.12, 2.1 и 2.2»; sections without a number go without saying, the introduction by its name. */
function namesOf(sides: readonly (Side | undefined)[], locale: Locale): string {
  const t = translator(locale, "diff");
  const names = sides.flatMap((side) => {
    // A section's clauses speak for its heading.
    if (side?.number) return side.headed && sides.some((one) => one?.number && !one.headed) ? [] : [side.number];
    return side?.id === "preamble" ? [t("page.preamble").toLocaleLowerCase(locale)] : [];
  });
  const headings = sides.flatMap((side) => side?.segments[0]?.text.split("\n", 1)[0] ?? []);
  return clauseList(locale, names.length > 0 ? names : headings, (count) => t("sentence.more", { count }));
}
