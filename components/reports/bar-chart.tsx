"use client";

// As the icons: an svg is drawn in one piece, or a cut inside it is bridged with an inline style.
type Series = { name: string; values: readonly number[] };
type Props = { title: string; labels: readonly string[]; series: readonly Series[] };

const WIDTH = 640;
const HEIGHT = 200;
const FOOT = 20;
const GAP = 0.25;

/** Full, hatched, empty, pale: told apart without colour. */
const LOOKS = [
  { className: "fill-accent" },
  { fill: "url(#hatched)", className: "stroke-accent" },
  { fill: "none", className: "stroke-accent" },
  { className: "fill-edge" },
] as const;
const look = (which: number) => LOOKS[which % LOOKS.length]!;

/**
 * Bars for the eye only: the table beside them says every figure, so a screen reader is given the title and
 * sent there. Series differ in fill and in hatching, not in colour alone.
 */
export function BarChart({ title, labels, series }: Props) {
  const top = Math.max(1, ...series.flatMap(({ values }) => values));
  const slot = WIDTH / Math.max(1, labels.length);
  const bar = (slot * (1 - GAP)) / Math.max(1, series.length);
  const height = (value: number) => ((HEIGHT - FOOT) * value) / top;
  return (
    <figure>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={title} className="chart w-full">
        <defs>
          <pattern id="hatched" width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="5" className="fill-accent" />
          </pattern>
        </defs>
        {series.map(({ name, values }, which) =>
          values.map((value, at) => (
            <rect
              key={`${name} ${labels[at]}`}
              x={at * slot + (slot * GAP) / 2 + which * bar}
              y={HEIGHT - FOOT - height(value)}
              width={Math.max(1, bar - 1)}
              height={height(value)}
              {...look(which)}
            />
          )),
        )}
        <line x1="0" x2={WIDTH} y1={HEIGHT - FOOT} y2={HEIGHT - FOOT} className="stroke-edge" />
        {labels.map((label, at) => (
          <text
            key={label}
            x={at * slot + slot / 2}
            y={HEIGHT - 5}
            textAnchor="middle"
            fontSize="11"
            className="fill-muted"
          >
            {label}
          </text>
        ))}
      </svg>
      {series.length > 1 && (
        <figcaption className="flex flex-wrap gap-4 text-muted text-sm">
          {series.map(({ name }, which) => (
            <span key={name} className="inline-flex items-center gap-2">
              <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
                <rect width="12" height="12" {...look(which)} />
              </svg>
              {name}
            </span>
          ))}
        </figcaption>
      )}
    </figure>
  );
}
