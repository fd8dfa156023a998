import { clauseRef, OFFER_HREF } from "#/components/contract/words.ts";
import { actMoves, type Move, stageMoves } from "#/lib/contract/life-diagram.ts";
import { clauseOf } from "#/lib/contract/machine.ts";
import { type Locale, translator } from "#/lib/messages/messages.ts";

/** The diagram of docs/life-cycle.md in words: from each place, what leads where and by which clause. */
export function LifeMoves({ locale }: { locale: Locale }) {
  const t = translator(locale, "staff");
  return (
    <div className="grid gap-8 xl:grid-cols-2">
      <Moves locale={locale} title={t("help.stages")} moves={stageMoves()} nameOf={(stage) => t(`stage.${stage}`)} />
      <Moves locale={locale} title={t("help.acts")} moves={actMoves()} nameOf={(act) => t(`act.${act}`)} />
    </div>
  );
}

function Moves<Place extends string>(props: {
  locale: Locale;
  title: string;
  moves: readonly Move<Place>[];
  nameOf: (place: Place) => string;
}) {
  const { locale, title, moves, nameOf } = props;
  const t = translator(locale, "staff");
  const places = [...new Set(moves.map(({ from }) => from))];
  return (
    <div>
      <h3>{title}</h3>
      <dl className="mt-2 grid gap-3">
        {places.map((place) => (
          <div key={place}>
            <dt className="font-medium">{nameOf(place)}</dt>
            {moves
              .filter(({ from }) => from === place)
              .map(({ step, to }) => (
                <dd key={step} className="text-muted">
                  {t(`step.${step}`)} (
                  <a className="link" href={clauseRef(clauseOf(step), OFFER_HREF).href}>
                    {t("clause", { clause: clauseOf(step) })}
                  </a>
                  ) → {nameOf(to)}
                </dd>
              ))}
          </div>
        ))}
      </dl>
    </div>
  );
}
