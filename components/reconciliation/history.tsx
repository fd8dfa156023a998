import { Section } from "#/components/ui/section.tsx";
import { Timeline } from "#/components/ui/timeline.tsx";
import type { Day } from "#/lib/calendar/day.ts";
import { dayInMinsk } from "#/lib/calendar/minsk.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";
import type { Move, Side } from "#/lib/reconciliation/state.ts";

type Moved = { seq: number; move: Move; side: Side; at: Date; fileId: string | null; file: string | null };
type Props = {
  locale: Locale;
  issuedOn: Day;
  id: string;
  number: string;
  moves: readonly Moved[];
  viewer: "cabinet" | "staff";
};

/** How the act went: drawn up, then every move with its side, its day and the signed copy that came with it. */
export function History({ locale, issuedOn, id, number, moves, viewer }: Props) {
  const t = translator(locale, "reconciliation");
  const paper = { href: `/api/reconciliations/${id}/pdf`, title: `№ ${number}`, kind: "PDF" };
  return (
    <Section title={t("history.title")}>
      <Timeline
        locale={locale}
        label={t("history.title")}
        rows={[
          { key: "drawn", state: "done", title: t("history.drawn"), day: issuedOn, files: [paper] },
          ...moves.map(({ seq, move, side, at, fileId, file }) => ({
            ...{ key: String(seq), state: "done" as const, title: t(`history.${move}`), day: dayInMinsk(at) },
            who: t(viewer === "cabinet" && side === "customer" ? "history.you" : `history.${side}`),
            files: fileId ? [{ href: `/api/files/${fileId}`, title: file ?? t("copy.title") }] : [],
          })),
        ]}
      />
    </Section>
  );
}
